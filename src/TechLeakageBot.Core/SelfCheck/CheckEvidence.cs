using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>What speaks for or against an answer and is offered to whoever gives it; it changes no answer by itself.</summary>
/// <param name="Incidents">The company's own incidents that the measure answers.</param>
/// <param name="Training">How well the staff know the measure; null where nobody was asked.</param>
public sealed record CheckEvidence(int Incidents, TrainingTally? Training)
{
    public bool IsAny => Incidents > 0 || Training is not null;

    /// <param name="training">By the topic's id.</param>
    public static CheckEvidence Of(Measure measure, Catalogue handbook, IncidentTally incidents, IReadOnlyDictionary<string, TrainingTally> training) =>
        new(incidents.Of(measure, handbook), training.GetValueOrDefault(measure.Id) is { Asked: > 0 } tally ? tally : null);
}

/// <summary>What quizzes about a topic came to.</summary>
/// <param name="Persons">How many persons were asked.</param>
public sealed record TrainingTally(int Persons, int Right, int Asked);
