namespace TechLeakageBot.Core.Training;

/// <summary>What can be practised.</summary>
/// <param name="Drills">Each id once.</param>
/// <param name="Judge">Tells what an answer in a drill comes to.</param>
public sealed record Curriculum(IReadOnlyList<Drill> Drills, ReplyJudge Judge)
{
    public static Curriculum Empty { get; } = new([], ReplyJudge.KnowsNothing);

    public Drill? Drill(string id) => Drills.FirstOrDefault(drill => drill.Id == id);
}
