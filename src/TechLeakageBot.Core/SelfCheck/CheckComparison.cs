namespace TechLeakageBot.Core.SelfCheck;

/// <summary>What became of an item from one round to another.</summary>
public enum CheckChange
{
    Same,
    Better,
    Worse,

    /// <summary>One of the two has no answer that counts, or the item has begun or ceased to apply.</summary>
    Other,
}

/// <summary>An item in two rounds.</summary>
public sealed record ComparedItem(ItemState Before, ItemState After)
{
    public CheckChange Change => (Worth(Before.Value), Worth(After.Value)) switch
    {
        _ when Before.Value == After.Value => CheckChange.Same,
        ({ } before, { } after) => after > before ? CheckChange.Better : after < before ? CheckChange.Worse : CheckChange.Same,
        _ => CheckChange.Other,
    };

    private static int? Worth(CheckAnswer? answer) => answer switch
    {
        CheckAnswer.Yes => 2,
        CheckAnswer.Partly => 1,
        CheckAnswer.No or CheckAnswer.Unknown => 0,
        _ => null,
    };
}

/// <summary>Two rounds side by side, item by item in the handbook's order.</summary>
public static class CheckComparison
{
    public static IReadOnlyList<ComparedItem> Of(CheckSheet before, CheckSheet after, Checklist checklist) =>
        [.. checklist.Items.Select(item => new ComparedItem(before.StateOf(item), after.StateOf(item)))];
}
