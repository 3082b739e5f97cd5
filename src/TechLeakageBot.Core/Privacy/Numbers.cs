using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>Card numbers, My Numbers and telephone numbers among the digits of a narrowed text: from each group on, the longest row of groups that makes one.</summary>
internal static partial class Numbers
{
    /// <summary>No number is written in more groups than this, nor with its separators in more characters than <see cref="Longest"/>.</summary>
    private const int MostGroups = 8;

    private const int Longest = 40;

    /// <summary>Room for the words that say what a number is.</summary>
    private const int LongestLabel = 24;

    public static IEnumerable<Secret> Find(string narrow) => Runs().Matches(narrow).SelectMany(run => In(narrow, run));

    /// <summary>The digits alone.</summary>
    public static string Digits(ReadOnlySpan<char> row)
    {
        Span<char> digits = stackalloc char[Longest];
        var count = 0;
        foreach (var c in row)
        {
            if (char.IsAsciiDigit(c))
                digits[count++] = c;
        }

        return digits[..count].ToString();
    }

    private static IEnumerable<Secret> In(string narrow, Match run)
    {
        var groups = Groups().Matches(run.Value);
        for (var first = 0; first < groups.Count; first++)
        {
            for (var last = Math.Min(first + MostGroups, groups.Count) - 1; last >= first; last--)
            {
                if (Row(narrow, run.Index + groups[first].Index, run.Index + groups[last].Index + groups[last].Length, first == 0) is not { } found)
                    continue;
                yield return found;
                first = last;
            }
        }
    }

    private static Secret? Row(string narrow, int start, int end, bool leads)
    {
        while (narrow[start] is not ('+' or '(') && !char.IsAsciiDigit(narrow[start]))
            start++;
        if (narrow[start] == '(' && !narrow.AsSpan(start, end - start).Contains(')'))
            start++;
        var row = narrow[start..end];
        if (row.Length > Longest)
            return null;
        var digits = Digits(row);
        MaskedKind? kind = digits.Length switch
        {
            12 when MayBeOneNumber(row) && IsMyNumber(digits) && !Timestamps().IsMatch(row) => MaskedKind.MyNumber,
            >= 13 and <= 19 when MayBeOneNumber(row) && IsIssued(digits) && PassesLuhn(digits) => MaskedKind.CardNumber,
            _ when IsTelephone(narrow, start, end, row, leads) => MaskedKind.Telephone,
            _ => null,
        };
        return kind is null ? null : new Secret(kind.Value, start, end - start);
    }

    private static bool IsTelephone(string narrow, int start, int end, string row, bool leads)
    {
        // A part of some longer number: 12-03-1234-5678, 0123-45-6789-B.
        if ((!leads && narrow[start - 1] is '-' or '.') || (end + 1 < narrow.Length && narrow[end] == '-' && char.IsAsciiLetter(narrow[end + 1])))
            return false;
        var before = leads ? narrow.AsSpan(Math.Max(0, start - LongestLabel), Math.Min(start, LongestLabel)) : [];
        return !PartLabels().IsMatch(before) && (Telephones.Normalised(row) is not null || (TelephoneLabels().IsMatch(before) && Telephones.MayBeOne(row)));
    }

    /// <summary>Cards and My Numbers are written in fours, or more, and without +: sizes and amounts that stand in a row are not, nor is a row of noughts.</summary>
    private static bool MayBeOneNumber(string row)
    {
        if (row.Contains('+') || !row.AsSpan().ContainsAnyInRange('1', '9') || RoundAmounts().IsMatch(row))
            return false;
        var size = 0;
        foreach (var c in row)
        {
            if (!char.IsAsciiDigit(c) && size is > 0 and < 4)
                return false;
            size = char.IsAsciiDigit(c) ? size + 1 : 0;
        }

        return true;
    }

    /// <summary>What card numbers begin with: 3 to 6, or 2221 to 2720.</summary>
    private static bool IsIssued(string digits) =>
        digits[0] is >= '3' and <= '6' || string.CompareOrdinal(digits, 0, "2221", 0, 4) >= 0 && string.CompareOrdinal(digits, 0, "2720", 0, 4) <= 0;

    /// <summary>The check digit of the card numbers' standard, ISO/IEC 7812-1.</summary>
    private static bool PassesLuhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? digit : digit > 4 ? (digit * 2) - 9 : digit * 2;
        }

        return sum % 10 == 0;
    }

    /// <summary>The check digit of Japan's individual number (Ministry of Internal Affairs ordinance No. 85 of 2014, art. 5).</summary>
    private static bool IsMyNumber(string digits)
    {
        var sum = 0;
        for (var n = 1; n <= 11; n++)
            sum += (digits[11 - n] - '0') * (n <= 6 ? n + 1 : n - 5);
        var remainder = sum % 11;
        return digits[11] - '0' == (remainder <= 1 ? 0 : 11 - remainder);
    }

    /// <summary>Groups of digits with their separators. Letters of Japanese may touch them: 電話は03-….</summary>
    [GeneratedRegex(@"(?<![0-9A-Za-z_])\(?\+?\(?[0-9](?:[ \-().]{0,2}[0-9]){8,}", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"[^0-9]*[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Groups();

    /// <summary>202611231504, which one in eleven times has the check digit of a My Number.</summary>
    [GeneratedRegex(@"^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:[0-2][0-9]|3[01])[ -]?(?:[01][0-9]|2[0-3])[0-5][0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Timestamps();

    [GeneratedRegex(@"^(?:[0-9]{2,4}00[^0-9]{1,2}){2,}[0-9]{2,4}00\z", RegexOptions.CultureInvariant)]
    private static partial Regex RoundAmounts();

    /// <summary>The end of a text after which a number is that of a drawing, a part, an order.</summary>
    [GeneratedRegex(
        @"(?:(?:図面|部品|注文|伝票|管理|製造|品目|型|図|品|受注|発注)番号?|型式|ロット|(?i:(?:drawing|part|order|lot|serial|item|model)(?: no\.?| number|#)|p/n|s/n|isbn))[ は:#.]{0,3}\z"
        + @"|[A-Za-z0-9](?<!(?i:tel|fax|phone|mobile))-\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex PartLabels();

    /// <summary>The end of a text after which a number is a telephone's, whatever its shape.</summary>
    [GeneratedRegex(@"(?:(?:電話|携帯|内線)(?:番号)?|(?i:tel|telephone|phone|mobile|cell|fax|whatsapp)(?i: no\.?| number)?)(?:は|:| is)[ :]{0,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex TelephoneLabels();
}
