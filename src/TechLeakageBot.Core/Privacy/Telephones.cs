using System.Text.RegularExpressions;

namespace TechLeakageBot.Core.Privacy;

/// <summary>Telephone numbers in the spellings that are usual in Japan, and abroad with their country.</summary>
internal static partial class Telephones
{
    private const string S = "[ ().-]{1,2}";
    private const string D = "[0-9]";

    /// <summary>As +81312345678; null where the row has the shape of no telephone number.</summary>
    /// <param name="row">Narrowed: digits with their separators, which may begin with + or (.</param>
    public static string? Normalised(string row)
    {
        var digits = Numbers.Digits(row);
        if (Japan().Match(row) is { Success: true, Length: var begun })
            return Numbers.Digits(row.AsSpan(begun)) is { Length: 9 or 10 } national && national[0] != '0' ? $"+81{national}" : null;
        return row switch
        {
            _ when row.Contains('+') => digits.Length is >= 9 and <= 15 && digits[0] != '0' ? $"+{digits}" : null,
            _ when Domestic().IsMatch(row) => $"+81{digits[1..]}",
            _ when American().IsMatch(row) => $"+1{digits[^10..]}",
            _ when Chinese().IsMatch(row) => $"+86{digits}",
            _ when Abroad().IsMatch(row) && digits.Length is >= 11 and <= 17 => $"+{digits[2..]}",
            _ => null,
        };
    }

    /// <summary>Whether a row may be one where the words before it say so.</summary>
    public static bool MayBeOne(string row) => Numbers.Digits(row).Length is >= 9 and <= 15 && !Dates().IsMatch(row);

    [GeneratedRegex(
        @"^\(?(?:0[1-9]" + S + D + "{4}" + S + D + "{4}"
        + "|0[1-9]" + D + S + D + "{3}" + S + D + "{4}"
        + "|0[1-9]" + D + "{2}" + S + D + "{2}" + S + D + "{4}"
        + "|0[1-9]" + D + "{3}" + S + D + S + D + "{4}"
        + "|0[25-9]0" + S + D + "{4}" + S + D + "{4}"
        + "|0(?:120|570|990)" + S + D + "{3}" + S + D + "{3}"
        + "|0120(?:" + S + D + "{2}){3}"
        + "|0800" + S + D + "{3}" + S + D + "{4}"
        + "|0[1-9]" + S + D + "{8}"
        + "|0[1-9]" + D + S + D + "{7}"
        + "|0[1-9]" + D + "{2}" + S + D + "{6}"
        + "|0[25-9]0" + S + D + "{8}"
        + "|0[25-9]0" + D + "{4}" + S + D + "{4}"
        + "|0[1-9]" + D + "{8}|0[25-9]0" + D + @"{8}|0800" + D + @"{7})\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex Domestic();

    /// <summary>Japan's country code after any of the ways to dial abroad, with the (0) that many write after it; without any, where hyphens make the row a number.</summary>
    [GeneratedRegex(@"^\(?(?:\+\(?|00|010[ -]?)81[ ().-]{0,2}(?:0[ ().-]{0,2})?|^81-(?=[0-9]{1,4}-[0-9]{1,4}-[0-9]{4}\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Japan();

    [GeneratedRegex(@"^(?:\([0-9]{3}\) ?|1-[0-9]{3}-)[0-9]{3}-[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex American();

    [GeneratedRegex(@"^1[3-9][0-9]-[0-9]{4}-[0-9]{4}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese();

    /// <summary>The countries that Japan's firms call most: 00 alone begins many a drawing's number.</summary>
    [GeneratedRegex(@"^00(?:1|33|44|49|65|66|82|84|852|86|886|91)[ -]", RegexOptions.CultureInvariant)]
    private static partial Regex Abroad();

    [GeneratedRegex(@"^(?:19|20)[0-9]{2}[-. ]?[01]?[0-9]", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();
}
