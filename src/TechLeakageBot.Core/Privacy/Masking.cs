using System.Text;
using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>
/// Hides what must not be stored: keys and tokens with a known beginning, passwords that are called so, card numbers and My Numbers
/// with the right check digit, mail addresses, telephone numbers, postal addresses, and the company's code words.
/// </summary>
public static class Masking
{
    /// <summary>What stands in the place of something masked.</summary>
    public const string Mask = "●●●";

    /// <param name="text">At most some thousand characters: the patterns are bounded, not free of cost.</param>
    /// <param name="codeWords">In any case and width. Those without a sign of their own, such as blanks, are passed over.</param>
    /// <returns>The masked text, and what kinds of things were masked, each once and in their order.</returns>
    public static (string Text, IReadOnlyList<MaskedKind> Masked) Apply(string text, IReadOnlyList<string> codeWords)
    {
        var words = codeWords.Where(word => word.Any(c => !char.IsWhiteSpace(c) && !Mask.Contains(c))).Select(Narrowing.Narrow).ToArray();
        Func<string, IEnumerable<Secret>>[] finders =
        [
            narrow => All(MaskedKind.Key, SecretPatterns.Keys(), narrow),
            narrow => All(MaskedKind.Password, SecretPatterns.Passwords(), narrow),
            narrow => All(MaskedKind.Mail, SecretPatterns.Mails(), narrow),
            Numbers.Find,
            narrow => All(MaskedKind.Address, AddressPatterns.Japanese(), narrow),
            narrow => All(MaskedKind.Address, AddressPatterns.English(), narrow),
            narrow => words.SelectMany(word => All(word, narrow)),
        ];

        // What one mask uncovers is masked too, so that a masked text is one that masking leaves alone. Each round takes away signs that no mask brings back.
        var kinds = new SortedSet<MaskedKind>();
        for (var before = ""; before != text;)
        {
            before = text;
            foreach (var find in finders)
                text = Hide(text, [.. find(Narrowing.Narrow(text)).OrderBy(secret => secret.Start)], kinds);
        }

        return (text, [.. kinds]);
    }

    /// <param name="secrets">By their beginnings; those that overlap are hidden by one mask.</param>
    private static string Hide(string text, Secret[] secrets, SortedSet<MaskedKind> kinds)
    {
        if (secrets.Length == 0)
            return text;
        var (hidden, end) = (new StringBuilder(text.Length), 0);
        foreach (var secret in secrets)
        {
            kinds.Add(secret.Kind);
            if (secret.Start >= end)
                hidden.Append(text, end, secret.Start - end).Append(Mask);
            end = Math.Max(end, secret.Start + secret.Length);
        }

        return hidden.Append(text, end, text.Length - end).ToString();
    }

    private static IEnumerable<Secret> All(MaskedKind kind, Regex pattern, string narrow) =>
        pattern.Matches(narrow).Select(match => new Secret(kind, match.Index, match.Length));

    private static IEnumerable<Secret> All(string word, string narrow)
    {
        for (var at = 0; (at = narrow.IndexOf(word, at, StringComparison.OrdinalIgnoreCase)) >= 0; at += word.Length)
            yield return new Secret(MaskedKind.CodeWord, at, word.Length);
    }
}
