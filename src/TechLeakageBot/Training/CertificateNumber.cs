using System.Text.RegularExpressions;

namespace TechLeakageBot.Training;

/// <summary>The number of a certificate, such as <c>TC-2026-7K2QF-4XP9A</c>, as somebody types it from paper.</summary>
internal static partial class CertificateNumber
{
    private const int Longest = 60;

    /// <summary>The number as it is stored; null for what cannot be one.</summary>
    public static string? Read(string? typed)
    {
        if (typed is null or { Length: > Longest })
            return null;
        var plain = new string([.. typed.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return Shape().Match(plain) is { Success: true } match ? $"TC-{match.Groups[1].Value}-{match.Groups[2].Value}-{match.Groups[3].Value}" : null;
    }

    [GeneratedRegex("^TC([0-9]{4})([0-9A-Z]{5})([0-9A-Z]{5})$")]
    private static partial Regex Shape();
}
