namespace TechLeakageBot.Core.Training;

/// <summary>What is kept of one person's training. What the person was asked and answered is kept only while a run is under way.</summary>
/// <param name="Quiz">The quiz under way; null where none is.</param>
/// <param name="Drill">The drill under way; null where none is.</param>
/// <param name="Check">Where the person is in the self-check; null where it is not under way.</param>
/// <param name="Runs">How many runs were begun: a button carries the number of its own, so that one of an earlier run is stale.</param>
/// <param name="Memory">How well the person remembers each topic, by the topic's id.</param>
/// <param name="Enrolments">Courses that were assigned or begun, oldest first.</param>
/// <param name="Drills">The best result of each drill that was played to its end, by the drill's id.</param>
public sealed record Trainee(
    QuizRun? Quiz,
    DrillRun? Drill,
    CheckRun? Check,
    int Runs,
    IReadOnlyDictionary<string, TopicMemory> Memory,
    IReadOnlyList<Enrolment> Enrolments,
    IReadOnlyDictionary<string, DrillResult> Drills)
{
    /// <summary>Without what is only the person's: what is left is the company's record of the courses it assigned.</summary>
    public Trainee Forgotten() => New with { Runs = Runs, Enrolments = [.. Enrolments.Where(enrolment => enrolment.Due is not null)] };

    public static Trainee New { get; } = new(null, null, null, 0, new Dictionary<string, TopicMemory>(), [], new Dictionary<string, DrillResult>());
}
