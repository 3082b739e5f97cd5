using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>How many of the company's incidents were about which topic, those aside that came to a false alarm.</summary>
public sealed record IncidentTally(IReadOnlyList<TopicCount> Topics)
{
    public static IncidentTally None { get; } = new([]);

    public int Total => Topics.Sum(topic => topic.Incidents);

    /// <summary>Those that a measure answers: they are about the measure itself, or about a case that names it.</summary>
    public int Of(Measure measure, Catalogue handbook)
    {
        return Topics.Where(topic => IsAnswered(topic.Topic) || IsAnswered(topic.SimilarCase)).Sum(topic => topic.Incidents);
        bool IsAnswered(string? id) => id is not null && (id == measure.Id || (handbook.Find<CaseStudy>(id)?.Measures.Contains(measure.Id) ?? false));
    }

    /// <summary>Those about an area of the handbook.</summary>
    public int In(Area area, Catalogue handbook) => Topics.Where(topic => handbook.Find<Topic>(topic.Topic)?.Area == area).Sum(topic => topic.Incidents);
}

/// <param name="Topic">The topic's id.</param>
/// <param name="SimilarCase">The id of the handbook's case that is nearest; null for none.</param>
public sealed record TopicCount(string Topic, string? SimilarCase, int Incidents);
