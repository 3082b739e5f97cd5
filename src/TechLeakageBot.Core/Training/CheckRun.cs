namespace TechLeakageBot.Core.Training;

/// <summary>Where a person is in the self-check.</summary>
/// <param name="Number">The round's number.</param>
/// <param name="Item">The measure whose answer is waited for.</param>
public sealed record CheckRun(int Number, string Item);
