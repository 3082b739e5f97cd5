using System.Text;

namespace TechLeakageBot.Core.Privacy;

/// <summary>Text as it may be stored and shown: halves of surrogate pairs replaced, control characters and marks that turn the direction of writing left out.</summary>
public static class WellFormed
{
    public static string Of(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.ReplaceLineEndings("\n").EnumerateRunes())
        {
            if (rune.Value == '\n' || !(Rune.IsControl(rune) || TurnsDirection(rune)))
                clean.Append(rune);
            else if (rune.Value == '\t')
                clean.Append(' ');
        }

        return clean.ToString();
    }

    /// <summary>Whether a mark turns the direction of writing, which can forge what a line says.</summary>
    public static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
