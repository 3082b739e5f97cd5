using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Guidance;

/// <summary>Turns what is known of a matter into what the person should know now.</summary>
public sealed class Advisor(Catalogue handbook)
{
    private const int MostDoNow = 4;
    private const int MostDoNot = 3;

    /// <summary>With fewer lines of its own a topic borrows those of the similar case.</summary>
    private const int EnoughLines = 2;

    /// <summary>A case counts as similar from this share of the first topic's score on.</summary>
    private const double NearlyAsLikely = 0.25;

    public Advice Advise(string topicId, string? similarCaseId, Severity severity, IReadOnlyList<Reason> reasons)
    {
        var topic = handbook[topicId];
        var similar = similarCaseId is null ? null : handbook.Find<CaseStudy>(similarCaseId);
        return new Advice(
            severity,
            Choose(topic, similar, actions => actions.DoNow, severity, reasons, MostDoNow),
            Choose(topic, similar, actions => actions.DoNot, severity, reasons, MostDoNot),
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

        return null;
    }

    private static Bilingual[] Choose(
        Topic topic, CaseStudy? similar, Func<Actions, IReadOnlyList<ActionLine>> lines, Severity severity, IReadOnlyList<Reason> reasons, int most)
    {
        var own = Choose(lines(topic.Actions), severity, reasons, most);
        return own.Length >= EnoughLines || similar is null || similar == topic
            ? own
            : Choose(lines(topic.Actions).Concat(lines(similar.Actions)), severity, reasons, most);
    }

    /// <summary>
    /// The lines that fit best, in the order in which they were written: that is the order to act in. Where nothing is wrong only
    /// lines written for that level fit: what always fits a warning would alarm.
    /// </summary>
    private static Bilingual[] Choose(IEnumerable<ActionLine> lines, Severity severity, IReadOnlyList<Reason> reasons, int most) =>
    [
        .. lines
            .Select((line, order) => (line.Text, Fit: line.Fit(severity, reasons), order))
            .Where(line => line.Fit > (severity == Severity.Info ? 1 : 0))
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
