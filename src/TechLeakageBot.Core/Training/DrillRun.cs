namespace TechLeakageBot.Core.Training;

/// <summary>A drill under way.</summary>
/// <param name="Number">The run's number among the person's.</param>
/// <param name="Step">The step whose answer is waited for.</param>
/// <param name="Moves">What was done so far, for the debrief.</param>
/// <param name="Course">The course that it belongs to; null for a drill by itself.</param>
public sealed record DrillRun(int Number, string Drill, string Step, IReadOnlyList<DrillMove> Moves, string? Course = null);

/// <summary>What the trainee did at a step. The words are not kept.</summary>
public sealed record DrillMove(string Step, Act Act);

/// <summary>What an answer to a contact comes to.</summary>
public enum Act
{
    /// <summary>Gives something away, or agrees to something risky.</summary>
    Gave,

    /// <summary>Asks back who it is and what for.</summary>
    Asked,

    /// <summary>Takes time, or checks inside the company first.</summary>
    Paused,

    Declined,

    /// <summary>Sends the contact to the company's official desk.</summary>
    Referred,

    /// <summary>Tells the superior or the responsible officer.</summary>
    Reported,
}

/// <summary>How a drill ended.</summary>
public enum DrillResult
{
    /// <summary>Something that matters went out.</summary>
    Leak,

    /// <summary>Something small went out, or nobody was told.</summary>
    Partly,
    Safe,
}
