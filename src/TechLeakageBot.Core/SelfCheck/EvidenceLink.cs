using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>The address of a piece of evidence. It is shown as a link, so nothing but a plain web address is one.</summary>
public static class EvidenceLink
{
    /// <summary>Null where it is no http or https address, is too long, or holds a name, a password or something else that must not be stored.</summary>
    public static string? Of(string text, IReadOnlyList<string> codeWords)
    {
        var trimmed = text.Trim();
        return trimmed.Length is > 0 and <= Settlement.LongestLink
            && Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && uri is { UserInfo: "", Host.Length: > 0 }
            && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && WellFormed.Of(trimmed) == trimmed
            && Masking.Apply(trimmed, codeWords).Masked.Count == 0
            ? trimmed
            : null;
    }
}
