using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>How far an item of a round has come.</summary>
public enum Standing
{
    /// <summary>Nobody has answered.</summary>
    Open,

    /// <summary>Persons answered differently, and the officer has not settled it.</summary>
    Contradictory,
    Agreed,

    /// <summary>The officer has decided.</summary>
    Settled,
}

/// <summary>An item of a round as it stands.</summary>
/// <param name="Value">The answer that counts; null while the item is open or contradictory.</param>
/// <param name="Settled">The officer's last decision, which may leave the answer to the persons; null for none.</param>
public sealed record ItemState(Measure Measure, CheckAnswer? Value, Standing Standing, ItemCounts Counts, Settlement? Settled);
