using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Channels.Mail;

/// <summary>What a person wrote, as lines that no reader takes for the bot's own.</summary>
internal static class QuotedWords
{
    public static string Of(string words) => string.Join('\n', WellFormed.Of(words).Split('\n').Select(line => $"> {line}".TrimEnd()));
}
