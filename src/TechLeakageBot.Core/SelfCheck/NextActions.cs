using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>A measure to take next.</summary>
/// <param name="Cases">How many cases of the handbook it answers.</param>
/// <param name="Incidents">How many of the company's own incidents it answers.</param>
/// <param name="Effect">What it was ranked by.</param>
public sealed record NextAction(ItemState Item, int Cases, int Incidents, decimal Effect);

/// <summary>
/// Ranks what is missing by its effect: what is missing of the item (no and unknown 1, partly 0.5), times 1 and one more for each case
/// of the handbook and each incident of the company that the measure answers, times 1 and the area's share of all incidents. At equal
/// effect the measures to take first (p. 10) come first, then the handbook's order. Items without an answer are to be answered, not
/// ranked.
/// </summary>
public static class NextActions
{
    public const int Most = 3;

    public static IReadOnlyList<NextAction> Of(CheckSheet sheet, Catalogue handbook, Checklist checklist, IncidentTally incidents) =>
    [
        .. sheet.States(checklist)
            .Where(state => Missing(state.Value) > 0)
            .Select(state => Rank(state, handbook, incidents))
            .OrderByDescending(action => action.Effect)
            .ThenByDescending(action => action.Item.Measure.Area == Area.First)
            .ThenBy(action => action.Item.Measure.Number)
            .Take(Most),
    ];

    private static NextAction Rank(ItemState state, Catalogue handbook, IncidentTally incidents)
    {
        var cases = handbook.Topics.OfType<CaseStudy>().Count(study => study.Measures.Contains(state.Measure.Id));
        var own = incidents.Of(state.Measure, handbook);
        var share = incidents.Total == 0 ? 0 : (decimal)incidents.In(state.Measure.Area, handbook) / incidents.Total;
        return new NextAction(state, cases, own, Missing(state.Value) * (1 + cases + own) * (1 + share));
    }

    private static decimal Missing(CheckAnswer? answer) => answer switch
    {
        CheckAnswer.No or CheckAnswer.Unknown => 1,
        CheckAnswer.Partly => 0.5m,
        _ => 0,
    };
}
