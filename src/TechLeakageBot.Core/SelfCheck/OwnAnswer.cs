namespace TechLeakageBot.Core.SelfCheck;

/// <summary>What one person answered last to an item in the open round.</summary>
/// <param name="Item">The measure's id.</param>
/// <param name="Note">Secrets masked; empty for none.</param>
/// <param name="Link">An http or https address; empty for none.</param>
public sealed record OwnAnswer(string Item, CheckAnswer Answer, string Note, string Link, DateTimeOffset At);
