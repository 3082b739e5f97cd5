using System.Security.Cryptography;
using System.Text;

namespace TechLeakageBot.Anonymous;

/// <summary>What an anonymous reporter comes back with: 125 random bits in signs that are hard to confuse, such as <c>7K2QF-…</c>.</summary>
internal static class ReturnToken
{
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const int Groups = 5;
    private const int SignsInGroup = 5;

    public static string New() => string.Join('-', Enumerable.Range(0, Groups).Select(_ => RandomNumberGenerator.GetString(Signs, SignsInGroup)));

    /// <summary>The token as <see cref="New"/> wrote it, from what somebody typed; null for what cannot be one.</summary>
    public static string? Read(string typed)
    {
        if (typed.Length > 100)
            return null;
        var signs = typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsLetterOrDigit).ToArray();
        return signs.Length == Groups * SignsInGroup && signs.All(sign => Signs.Contains(sign, StringComparison.Ordinal))
            ? string.Join('-', signs.Chunk(SignsInGroup).Select(group => new string(group)))
            : null;
    }

    /// <summary>What is kept of a token. So many random bits cannot be guessed back from it.</summary>
    public static string Seal(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));
}
