using System.Globalization;
using System.Text;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Desk.Pages;

/// <summary>A round as CSV for a spreadsheet: UTF-8 with its mark, so that Excel reads Japanese, and no cell that a spreadsheet takes for a formula.</summary>
internal static class CheckCsv
{
    private const string FormulaSigns = "=+-@＝＋－＠\t\r";

    public static byte[] Of(CheckView check, IReadOnlyList<OwnAnswer> notes, DeskView view, DeskFacts facts)
    {
        var text = new StringBuilder("\uFEFF");
        Add(
            text,
            [
                view[DeskSay.NumberHeading], view[DeskSay.CheckAreaHeading], view[DeskSay.CheckItemHeading], view[DeskSay.CheckValueHeading], view[DeskSay.CheckStandingHeading],
                .. Enum.GetValues<CheckAnswer>().Select(answer => facts[CheckWording.Of(answer)]),
                view[DeskSay.CheckNoteLabel], view[DeskSay.CheckLinkLabel], view[DeskSay.CheckResponsibleLabel], view[DeskSay.WhoHeading], view[DeskSay.TimeHeading],
                view[DeskSay.CheckNotesTitle],
            ]);
        foreach (var state in check.States)
        {
            var settled = state.Settled;
            Add(
                text,
                [
                    state.Measure.Number.ToString(CultureInfo.InvariantCulture),
                    facts[CheckWording.Of(state.Measure.Area)],
                    view[state.Measure.Check],
                    state.Value is { } value ? facts[CheckWording.Of(value)] : "",
                    view[CheckView.NameOf(state.Standing)],
                    .. Enum.GetValues<CheckAnswer>().Select(answer => state.Counts.Count(answer).ToString(CultureInfo.InvariantCulture)),
                    settled?.Note ?? "",
                    settled?.Link ?? "",
                    settled?.Responsible ?? "",
                    settled is null ? "" : facts.Wording.Officer(settled.By, view.Language),
                    settled is null ? "" : IncidentWording.Time(settled.At),
                    string.Join('\n', notes.Where(note => note.Item == state.Measure.Id).Select(note => $"{note.Note} {note.Link}".Trim())),
                ]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>A cell that a spreadsheet shows as text, whatever it begins with.</summary>
    public static string Cell(string text) => $"\"{(text.TrimStart(' ', '\u3000') is [var first, ..] && FormulaSigns.Contains(first) ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static void Add(StringBuilder text, IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
}
