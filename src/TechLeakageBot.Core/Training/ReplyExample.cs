namespace TechLeakageBot.Core.Training;

/// <summary>An answer to a contact with what it comes to.</summary>
/// <param name="Act">Null for what is no answer: small talk, a question to the bot.</param>
public sealed record ReplyExample(string Text, Act? Act);
