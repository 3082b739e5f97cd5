using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.SelfCheck;

/// <summary>The rounds of the self-check. Persons' answers are written by their turns. A method that returns has committed durably.</summary>
internal interface ISelfChecks
{
    /// <summary>Every round, oldest first.</summary>
    Task<IReadOnlyList<CheckSheet>> SheetsAsync(CancellationToken cancel);

    /// <summary>What a person answered in the open round, the latest answer last; empty where none is open.</summary>
    Task<IReadOnlyList<OwnAnswer>> OwnAsync(string channel, string person, CancellationToken cancel);

    /// <summary>Notes and links that persons gave in a round, without who did, in the order in which they came.</summary>
    Task<IReadOnlyList<OwnAnswer>> NotesAsync(int round, CancellationToken cancel);

    /// <summary>All that officers decided in a round, oldest first.</summary>
    Task<IReadOnlyList<Settlement>> SettlementsAsync(int round, CancellationToken cancel);

    Task<IncidentTally> IncidentsAsync(CancellationToken cancel);

    /// <summary>Opens the round after the last.</summary>
    /// <returns>Its number; null where one is open already.</returns>
    Task<int?> OpenRoundAsync(CancellationToken cancel);

    /// <summary>Closes a round. From then on it names none of the persons who answered.</summary>
    /// <returns>False where it is not open.</returns>
    Task<bool> CloseRoundAsync(int round, CancellationToken cancel);

    /// <param name="settlement">Its <see cref="Settlement.Id"/> is that of the last one of the item that the officer saw; 0 for none.</param>
    Task<SettleOutcome> SettleAsync(int round, Settlement settlement, CancellationToken cancel);
}

internal enum SettleOutcome
{
    Settled,

    /// <summary>The round is closed, or there is none of this number; nothing was written.</summary>
    NotOpen,

    /// <summary>Another decision came in between; nothing was written.</summary>
    Overtaken,
}
