using System.Text;
using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>
/// Hides what must not be stored: keys and tokens with a known beginning, card numbers and My Numbers with the right check digit,
/// mail addresses, telephone numbers, postal addresses, and the company's code words.
/// </summary>
public static partial class Masking
{
    /// <summary>What stands in the place of something masked.</summary>
    public const string Mask = "●●●";

    /// <summary>No number is written in more groups than this, nor with its separators in more characters than <see cref="LongestNumber"/>.</summary>
    private const int MostGroups = 8;

    private const int LongestNumber = 40;

    /// <param name="text">At most some thousand characters: the patterns are bounded, not free of cost.</param>
    /// <returns>The masked text, and whether anything was masked.</returns>
    public static (string Text, IReadOnlyList<MaskedKind> Masked) Apply(string text, IReadOnlyList<string> codeWords)
    {
        var masked = Keys().Replace(text, Mask);
        masked = Mails().Replace(masked, Mask);
        masked = Digits().Replace(masked, run => MaskNumbers(run.Value));
        masked = Addresses().Replace(masked, Mask);
        foreach (var word in codeWords.SelectMany(Spellings))
            masked = masked.Replace(word, Mask, StringComparison.OrdinalIgnoreCase);
        return (masked, masked != text ? [MaskedKind.Key] : []);
    }

    /// <summary>A word as written, and with its letters and digits in full width.</summary>
    private static IEnumerable<string> Spellings(string word) =>
        new[] { word, string.Concat(word.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c)) }.Distinct();

    [GeneratedRegex(
        @"-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"
        + @"|(?<![A-Za-z0-9_])eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*"
        + @"|(?<![A-Za-z0-9_])(?:sk-|sk_live_|rk_live_|ghp_|gho_|ghs_|github_pat_|glpat-|xox[abprs]-|AKIA|ASIA|AIza|ya29\.|npm_|hf_)[A-Za-z0-9_.-]{12,}"
        + @"|(?i:(?<![A-Za-z0-9])(?:password|passwd|api[_-]?key|secret|token)\s*[:=：＝]\s*)\S{6,}|(?:パスワード|暗証番号)\s*(?:は|[:：=])\s*[!-~]{4,}",
        RegexOptions.CultureInvariant)]
    private static partial Regex Keys();

    [GeneratedRegex(@"[A-Za-z0-9_.%+-]{1,64}[@＠][A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}", RegexOptions.CultureInvariant)]
    private static partial Regex Mails();

    /// <summary>Groups of digits with their separators. Letters of Japanese may touch them: 電話は03-….</summary>
    [GeneratedRegex(@"(?<![\p{Nd}A-Za-z_])[+＋]?[(（]?\p{Nd}(?:[ 　\-－‐–().（）]{0,2}\p{Nd}){8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"[^\p{Nd}]*\p{Nd}+", RegexOptions.CultureInvariant)]
    private static partial Regex DigitGroup();

    [GeneratedRegex(
        @"〒?\p{Nd}{3}[-－]\p{Nd}{4}(?!\p{Nd})|(?:北海道|東京都|(?:京都|大阪)府|\p{IsCJKUnifiedIdeographs}{2,3}県)\p{IsCJKUnifiedIdeographs}{1,6}[市区町村郡][^\s、。,]{0,20}?\p{Nd}{1,4}(?:[-－‐の丁目番地号]+\p{Nd}{1,4}){1,3}号?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Addresses();

    /// <summary>Masks each number in a run of groups: from each group on, the longest row of groups that makes one.</summary>
    private static string MaskNumbers(string run)
    {
        var groups = DigitGroup().Matches(run);
        var masked = new StringBuilder(run.Length);
        for (var first = 0; first < groups.Count;)
        {
            var (start, last) = (groups[first].Index, Math.Min(first + MostGroups, groups.Count) - 1);
            while (last >= first && !IsSecretNumber(run.AsSpan(start, groups[last].Index + groups[last].Length - start)))
                last--;
            if (last < first)
                masked.Append(groups[first++].ValueSpan);
            else
                masked.Append(first == 0 ? "" : " ").Append(Mask);
            first = Math.Max(first, last + 1);
        }

        return masked.ToString();
    }

    private static bool IsSecretNumber(ReadOnlySpan<char> run)
    {
        run = run.TrimStart(" 　-－‐–.()（）");
        if (run.Length > LongestNumber)
            return false;
        Span<int> digits = stackalloc int[run.Length];
        var count = 0;
        foreach (var c in run)
        {
            if (char.IsDigit(c))
                digits[count++] = (int)char.GetNumericValue(c);
        }

        digits = digits[..count];
        return count switch
        {
            12 when IsMyNumber(digits) => true,
            >= 13 and <= 19 => PassesLuhn(digits),
            _ => (run[0] is '+' or '＋' && count is >= 9 and <= 15) || (digits[0] == 0 && count is 10 or 11),
        };
    }

    /// <summary>The check digit of the card numbers' standard, ISO/IEC 7812-1.</summary>
    private static bool PassesLuhn(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)];
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>The check digit of Japan's individual number (Ministry of Internal Affairs ordinance No. 85 of 2014, art. 5).</summary>
    private static bool IsMyNumber(ReadOnlySpan<int> digits)
    {
        var sum = 0;
        for (var n = 1; n <= 11; n++)
            sum += digits[11 - n] * (n <= 6 ? n + 1 : n - 5);
        var remainder = sum % 11;
        return digits[11] == (remainder <= 1 ? 0 : 11 - remainder);
    }
}
