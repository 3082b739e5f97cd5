using System.Globalization;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Desk.Charts;

/// <summary>Numbers as charts and their tables write them.</summary>
internal static class ChartText
{
    public static string Class(Tone tone) => tone.Name();

    /// <summary>A place along the width. In percent, so that a chart takes any width without its letters growing or shrinking.</summary>
    public static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100:0.##}%");

    public static string Pixels(double length) => string.Create(CultureInfo.InvariantCulture, $"{length:0.#}");

    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    public static string Share(int count, int of) => of == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{100.0 * count / of:0}%");

    /// <summary>Of minutes, hours or days the one that says most: 45分, 3時間, 2日.</summary>
    public static string Time(DeskView view, TimeSpan time) =>
        time < TimeSpan.FromMinutes(90) ? view[DeskSay.Minutes, Number(Math.Max(1, Math.Round(time.TotalMinutes)))]
        : time < TimeSpan.FromHours(36) && time != TimeSpan.FromDays(1) ? view[DeskSay.Hours, Number(Math.Round(time.TotalHours, time.TotalHours < 10 ? 1 : 0))]
        : view[DeskSay.Days, Number(Math.Round(time.TotalDays, 1))];

    private static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
