using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>How much of the checklist, or of an area of it, is done.</summary>
/// <param name="Open">Items that nobody answered.</param>
/// <param name="Contradictory">Items whose answers differ; like open ones they are left out of the percentage.</param>
public sealed record Coverage(int Yes, int Partly, int No, int Unknown, int NotApplicable, int Open, int Contradictory)
{
    public int Items => Yes + Partly + No + Unknown + NotApplicable + Open + Contradictory;

    public int Answered => Items - Open - Contradictory;

    /// <summary>Yes counts one, partly a half, no and unknown nothing; what does not apply is left out. Null where nothing counts.</summary>
    public int? Percent => Yes + Partly + No + Unknown is > 0 and var counted
        ? (int)Math.Round(100m * ((2 * Yes) + Partly) / (2 * counted), MidpointRounding.AwayFromZero)
        : null;

    public static Coverage Of(IEnumerable<ItemState> states)
    {
        var all = states.ToArray();
        return new Coverage(
            Count(CheckAnswer.Yes), Count(CheckAnswer.Partly), Count(CheckAnswer.No), Count(CheckAnswer.Unknown), Count(CheckAnswer.NotApplicable),
            all.Count(state => state.Standing == Standing.Open), all.Count(state => state.Standing == Standing.Contradictory));
        int Count(CheckAnswer answer) => all.Count(state => state.Value == answer);
    }

    /// <summary>By area, in the handbook's order.</summary>
    public static IReadOnlyList<(Area Area, Coverage Coverage)> ByArea(CheckSheet sheet, Checklist checklist) =>
        [.. sheet.States(checklist).GroupBy(state => state.Measure.Area).OrderBy(area => area.Key).Select(area => (area.Key, Of(area)))];
}
