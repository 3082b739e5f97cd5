using System.Globalization;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Incidents;

/// <summary>The numbers of incidents: <c>TL-2026-0001</c>, counted within each year in Japan.</summary>
public static class IncidentNumber
{
    private const string Prefix = "TL-";

    public static string Format(int year, int count) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{year:0000}-{count:0000}");

    public static int YearOf(DateTimeOffset at) => JapanTime.Of(at).Year;

    /// <param name="number">One as <see cref="Format"/> writes it.</param>
    public static (int Year, int Count) Parts(string number) =>
        (int.Parse(number.AsSpan(3, 4), NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(number.AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture));

    /// <summary>Whether a text is a number as <see cref="Format"/> writes it.</summary>
    public static bool IsOne(string text) =>
        text.Length is >= 12 and <= 16 && text.StartsWith(Prefix, StringComparison.Ordinal) && text[7] == '-'
        && text.AsSpan(3, 4).IndexOfAnyExceptInRange('0', '9') < 0 && text.AsSpan(8).IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>The first number that a text names, whatever the case and the width of its letters; null where it names none.</summary>
    public static string? In(string text) => Find(text)?.Number;

    /// <summary>A text without the first number that it names.</summary>
    public static string Without(string text) => Find(text) is var (_, at, length) ? $"{text[..at]}{text[(at + length)..]}".Trim() : text.Trim();

    private static (string Number, int At, int Length)? Find(string wide)
    {
        var text = FullWidth.ToAscii(wide);
        for (var at = text.IndexOf(Prefix, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(Prefix, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = at + Prefix.Length;
            while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '-'))
                end++;
            if (text[at..end].ToUpperInvariant().TrimEnd('-') is var number && IsOne(number))
                return (number, at, number.Length);
        }

        return null;
    }
}
