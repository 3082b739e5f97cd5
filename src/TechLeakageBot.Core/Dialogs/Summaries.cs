using System.Text;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>A person's own words as they may be stored: secrets masked, well-formed, no longer than a summary.</summary>
internal static class Summaries
{
    public static string Of(string text, IReadOnlyList<string> codeWords) => Masked(text, codeWords).Text;

    /// <summary>The summary, and what was hidden in the text, even where the cut left it out.</summary>
    public static (string Text, IReadOnlyList<MaskedKind> Masked) Masked(string text, IReadOnlyList<string> codeWords)
    {
        // Masked before it is cut, so that the cut leaves no half of a secret.
        var read = new StringBuilder();
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)).EnumerateRunes())
            read.Append(rune);
        var (masked, kinds) = Masking.Apply(read.ToString(), codeWords);
        return (Cut(masked, Consultation.LongestSummary), kinds);
    }

    /// <summary>Both, each with at least half of the room.</summary>
    public static string Add(string earlier, string later)
    {
        const int half = (Consultation.LongestSummary - 1) / 2;
        var kept = Cut(later, Math.Max(half, Consultation.LongestSummary - 1 - earlier.Length));
        return $"{Cut(earlier, Consultation.LongestSummary - 1 - kept.Length)}\n{kept}";
    }

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
