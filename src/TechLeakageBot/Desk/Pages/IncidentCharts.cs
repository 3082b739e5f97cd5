using System.Globalization;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Desk.Charts;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The three pictures above the list, of the last twelve months.</summary>
internal static class IncidentCharts
{
    private const int Months = 12;
    private const int MostKinds = 6;

    private static readonly (Severity Level, Tone Tone)[] Levels =
        [(Severity.Serious, Tone.Serious), (Severity.Caution, Tone.Caution), (Severity.Info, Tone.Info)];

    public static ColumnsChart ByMonth(IReadOnlyList<IncidentLine> lines, DeskView view, DeskFacts facts, DateTimeOffset now)
    {
        var counted = Recent(lines, now).ToArray();
        var series = Levels.Select(level => new ColumnSeries(facts[Wording.Name(level.Level)], level.Tone)).ToArray();
        var columns = Enumerable.Range(0, Months).Select(i => First(now).AddMonths(i)).Select(month => new ChartColumn(
            view.Language == Language.Japanese ? $"{month.Month}月" : month.ToString("MMM", CultureInfo.InvariantCulture),
            view.Language == Language.Japanese ? $"{month.Year}年{month.Month}月" : month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
            [.. Levels.Select(level => counted.Count(line => line.Level == level.Level && MonthOf(line.OpenedAt) == month))])).ToArray();
        return new ColumnsChart(view[DeskSay.ByMonthTitle], view[DeskSay.ByMonthSummary, ChartText.Count(counted.Length)], view[DeskSay.Month], series, columns);
    }

    public static BarsChart ByContact(IReadOnlyList<IncidentLine> lines, DeskView view, DateTimeOffset now)
    {
        var kinds = Recent(lines, now).GroupBy(line => line.Contact).OrderBy(kind => kind.Key is null).ThenByDescending(kind => kind.Count())
            .Select(kind => (Name: view[ContactNames.Of(kind.Key)], Count: kind.Count(), IsOther: kind.Key is null)).ToArray();
        var shown = kinds.Where(kind => !kind.IsOther).Take(MostKinds).ToArray();
        var rest = kinds.Sum(kind => kind.Count) - shown.Sum(kind => kind.Count);
        var bars = shown.Select(kind => new ChartBar(kind.Name, kind.Count)).Concat(rest > 0 ? [new ChartBar(view[DeskSay.KindOther], rest)] : []).ToArray();
        var summary = shown is [var first, ..] ? view[DeskSay.ByContactSummary, first.Name] : view[DeskSay.ChartEmpty];
        return new BarsChart(view[DeskSay.ByContactTitle], summary, view[DeskSay.ContactHeading], bars);
    }

    public static TimesChart ToAcknowledge(IReadOnlyList<IncidentLine> lines, DeskView view, DateTimeOffset now)
    {
        var times = Recent(lines, now).Where(line => line.AcknowledgedAt is not null).Select(line => line.AcknowledgedAt!.Value - line.OpenedAt).ToArray();
        return new TimesChart(view[DeskSay.TimesTitle], view[DeskSay.TimesSummary, ChartText.Count(times.Length)], view[DeskSay.TimesHeading], times, null);
    }

    private static IEnumerable<IncidentLine> Recent(IEnumerable<IncidentLine> lines, DateTimeOffset now) => lines.Where(line => MonthOf(line.OpenedAt) >= First(now));

    private static DateOnly First(DateTimeOffset now) => MonthOf(now).AddMonths(1 - Months);

    private static DateOnly MonthOf(DateTimeOffset at) => JapanTime.Of(at) is var local ? new DateOnly(local.Year, local.Month, 1) : default;
}
