using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>All that was answered and settled in a round, without who answered.</summary>
/// <param name="Counts">Of the items that were answered, in any order.</param>
/// <param name="Settled">The officer's last decision for each item that has one.</param>
public sealed record CheckSheet(CheckRound Round, IReadOnlyList<ItemCounts> Counts, IReadOnlyList<Settlement> Settled)
{
    /// <summary>
    /// What the officer settled, else what the persons agree on. Somebody who does not know contradicts nobody who does: those answers
    /// count only where nobody knows.
    /// </summary>
    public ItemState StateOf(Measure measure)
    {
        var counts = Counts.FirstOrDefault(counted => counted.Item == measure.Id) ?? ItemCounts.Of(measure.Id);
        var settled = Settled.FirstOrDefault(settlement => settlement.Item == measure.Id);
        CheckAnswer[] given = [.. Enum.GetValues<CheckAnswer>().Where(answer => answer != CheckAnswer.Unknown && counts.Count(answer) > 0)];
        return (settled?.Answer, given) switch
        {
            ({ } answer, _) => new ItemState(measure, answer, Standing.Settled, counts, settled),
            (_, [var agreed]) => new ItemState(measure, agreed, Standing.Agreed, counts, settled),
            (_, []) when counts.Unknown > 0 => new ItemState(measure, CheckAnswer.Unknown, Standing.Agreed, counts, settled),
            (_, []) => new ItemState(measure, null, Standing.Open, counts, settled),
            _ => new ItemState(measure, null, Standing.Contradictory, counts, settled),
        };
    }

    public IReadOnlyList<ItemState> States(Checklist checklist) => [.. checklist.Items.Select(StateOf)];

    /// <summary>The sheet with a person's answer in it.</summary>
    /// <param name="before">What the same person had answered before; null for nothing.</param>
    public CheckSheet With(string item, CheckAnswer answer, CheckAnswer? before)
    {
        var counts = Counts.FirstOrDefault(counted => counted.Item == item) ?? ItemCounts.Of(item);
        if (before is { } former)
            counts = counts.Add(former, -1);
        return this with { Counts = [.. Counts.Where(counted => counted.Item != item), counts.Add(answer, 1)] };
    }
}
