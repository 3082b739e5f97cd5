using System.Globalization;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Desk.Charts;

namespace TechLeakageBot.Desk.Pages;

/// <summary>How much is done, by area and round by round.</summary>
internal static class CheckCharts
{
    public static PercentsChart ByArea(CheckView check, DeskView view, DeskFacts facts)
    {
        var whole = check.Whole;
        return new PercentsChart(
            view[DeskSay.CheckAreasTitle],
            view[DeskSay.CheckAreasSummary, whole.Percent is { } percent ? Text(percent) : "–", Text(whole.Items), Text(whole.Answered), Text(whole.Contradictory)],
            view[DeskSay.CheckAreaHeading],
            view[DeskSay.CheckAnsweredHeading],
            [
                Bar(facts[Say.CheckWhole], whole),
                .. Coverage.ByArea(check.Sheet, check.Checklist).Select(area => Bar(facts[CheckWording.Of(area.Area)], area.Coverage)),
            ]);
    }

    public static PercentsChart OverTime(IReadOnlyList<CheckSheet> sheets, Checklist checklist, DeskView view) => new(
        view[DeskSay.CheckRoundsTitle],
        view[DeskSay.CheckRoundsSummary, Text(sheets.Count)],
        view[DeskSay.CheckRoundHeading],
        view[DeskSay.CheckAnsweredHeading],
        [.. sheets.Select(sheet => Bar(NameOf(sheet.Round, view), Coverage.Of(sheet.States(checklist))))]);

    public static string NameOf(CheckRound round, DeskView view) => view[DeskSay.CheckRoundName, Text(round.Number), IncidentWording.Day(JapanTime.Day(round.Opened))];

    private static PercentBar Bar(string label, Coverage coverage) => new(label, coverage.Percent, $"{Text(coverage.Answered)}/{Text(coverage.Items)}");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
