using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Guidance;

/// <summary>Turns what is known of a matter into what the person should know now.</summary>
public sealed class Advisor(Catalogue handbook)
{
    private const int MostDoNow = 4;
    private const int MostDoNot = 3;

    /// <summary>
    /// A case counts as similar where a topic leads to it, or where the reader thinks it nearly as likely as the first topic.
    /// </summary>
    private const double NearlyAsLikely = 0.25;

    public Advice Advise(string topicId, string? similarCaseId, Severity severity, IReadOnlyList<Reason> reasons)
    {
        var topic = handbook[topicId];
        var similar = similarCaseId is null ? null : handbook.Find<CaseStudy>(similarCaseId);
        Topic[] sources = similar is null || similar == topic ? [topic] : [topic, similar];
        return new Advice(
            severity,
            Choose(sources.SelectMany(source => source.Actions.DoNow), severity, reasons, MostDoNow),
            Choose(sources.SelectMany(source => source.Actions.DoNot), severity, reasons, MostDoNot),
            topic,
            similar);
    }

    /// <summary>The topic to advise by: the first that says what to do, which a list of addresses does not.</summary>
    public string Topic(IReadOnlyList<TopicScore> topics)
    {
        foreach (var topic in topics)
        {
            if (handbook[topic.Id].Actions.DoNow.Count > 0)
                return topic.Id;
        }

        return topics[0].Id;
    }

    /// <summary>The case to tell beside a topic; null where none is near.</summary>
    public string? SimilarCase(IReadOnlyList<TopicScore> topics)
    {
        foreach (var topic in topics)
        {
            if (handbook.Find<CaseStudy>(topic.Id) is not null && topic.Score >= topics[0].Score * NearlyAsLikely)
                return topic.Id;
        }

        return topics.Count == 0 ? null : handbook[topics[0].Id].Related.FirstOrDefault(id => handbook.Find<CaseStudy>(id) is not null);
    }

    /// <summary>The lines that fit best, in the order in which they were written: that is the order to act in.</summary>
    private static Bilingual[] Choose(IEnumerable<ActionLine> lines, Severity severity, IReadOnlyList<Reason> reasons, int most) =>
    [
        .. lines
            .Select((line, order) => (line.Text, Fit: line.Fit(severity, reasons), order))
            .Where(line => line.Fit > 0)
            .OrderByDescending(line => line.Fit)
            .ThenBy(line => line.order)
            .Take(most)
            .OrderBy(line => line.order)
            .Select(line => line.Text),
    ];
}

/// <summary>What a person should know at once.</summary>
/// <param name="DoNow">At most four lines, in the order to act in.</param>
/// <param name="DoNot">At most three lines.</param>
/// <param name="Similar">The case study to tell; null where none is near.</param>
public sealed record Advice(Severity Severity, IReadOnlyList<Bilingual> DoNow, IReadOnlyList<Bilingual> DoNot, Topic Topic, CaseStudy? Similar)
{
    /// <summary>Pages of the handbook that the advice rests on.</summary>
    public IReadOnlyList<int> Pages => [.. Topic.Pages.Concat(Similar?.Pages ?? []).Distinct().Order()];
}
