namespace TechLeakageBot.Core.Training;

/// <summary>Where a person is in the self-check.</summary>
/// <param name="Number">The run's number among the person's.</param>
/// <param name="Item">The measure whose answer, or whose note, is waited for.</param>
/// <param name="AwaitsNote">Whether the item was answered and a note may follow.</param>
public sealed record CheckRun(int Number, string Item, bool AwaitsNote = false);
