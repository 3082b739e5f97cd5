namespace TechLeakageBot.Core.Training;

/// <summary>A quiz under way.</summary>
/// <param name="Number">The run's number among the person's.</param>
/// <param name="Course">The course that it belongs to; null for a quiz by itself.</param>
/// <param name="Questions">The ids of its questions, in order.</param>
/// <param name="At">Which one waits for its answer; as many as there are once all were answered.</param>
/// <param name="Seed">Shuffles the options, the same each time they are shown.</param>
/// <param name="Picked">Of a question that asks for an order: what was picked so far, by the options' places in the file.</param>
/// <param name="Right">How many were answered rightly.</param>
/// <param name="Counted">How many were answered at all; a question that was taken out meanwhile counts for nothing.</param>
/// <param name="Missed">The topics of the others, each once.</param>
public sealed record QuizRun(
    int Number, string? Course, IReadOnlyList<string> Questions, int At, int Seed, IReadOnlyList<int> Picked, int Right, int Counted, IReadOnlyList<string> Missed);
