using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>The items of the checklist in the handbook's order (pp. 17-18).</summary>
public sealed class Checklist(Catalogue handbook)
{
    public IReadOnlyList<Measure> Items { get; } = [.. handbook.Topics.OfType<Measure>().OrderBy(measure => measure.Number)];

    /// <summary>The areas that have items, in the handbook's order.</summary>
    public IReadOnlyList<Area> Areas => [.. Items.Select(item => item.Area).Distinct().Order()];

    public Measure? Find(string? id) => id is null ? null : Items.FirstOrDefault(item => item.Id == id);

    public Measure? Numbered(int number) => Items.FirstOrDefault(item => item.Number == number);

    public Measure? Before(Measure item) => Items.LastOrDefault(other => other.Number < item.Number);

    /// <summary>The first item after this one, and from the beginning again, that is not among the answered; null where none is left.</summary>
    /// <param name="item">Null begins with the first.</param>
    public Measure? NextOpen(Measure? item, IReadOnlySet<string> answered) => Items
        .OrderBy(other => other.Number <= (item?.Number ?? 0))
        .FirstOrDefault(other => other != item && !answered.Contains(other.Id));
}
