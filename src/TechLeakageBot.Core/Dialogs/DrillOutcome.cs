using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a drill made of a turn.</summary>
/// <param name="Ended">The result, where the turn ended a drill.</param>
/// <param name="Drill">The id of the drill that ended; empty where none did.</param>
/// <param name="Course">The course that the ended run belonged to.</param>
internal sealed record DrillOutcome(DialogTurn Turn, DrillResult? Ended = null, string Drill = "", string? Course = null)
{
    public static implicit operator DrillOutcome(DialogTurn turn) => new(turn);
}
