using System.Text;

namespace TechLeakageBot.Channels.Mail;

/// <summary>What a person wrote, as lines that no reader takes for the bot's own.</summary>
internal static class QuotedWords
{
    public static string Of(string words) => string.Join('\n', Clean(words.ReplaceLineEndings("\n")).Split('\n').Select(line => $"> {line}".TrimEnd()));

    /// <summary>Without control characters and without the marks that turn the direction of writing, which can forge what a line says.</summary>
    private static string Clean(string words)
    {
        var clean = new StringBuilder(words.Length);
        foreach (var rune in words.EnumerateRunes())
        {
            if (rune.Value is '\t')
                clean.Append(' ');
            else if (rune.Value is '\n' || (!Rune.IsControl(rune) && rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069))))
                clean.Append(rune);
        }

        return clean.ToString();
    }
}
