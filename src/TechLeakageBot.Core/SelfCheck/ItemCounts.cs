namespace TechLeakageBot.Core.SelfCheck;

/// <summary>How many persons gave which answer to an item in a round.</summary>
/// <param name="Item">The measure's id.</param>
public sealed record ItemCounts(string Item, int Yes, int Partly, int No, int NotApplicable, int Unknown)
{
    public int Persons => Yes + Partly + No + NotApplicable + Unknown;

    public static ItemCounts Of(string item) => new(item, 0, 0, 0, 0, 0);

    public int Count(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Yes => Yes,
        CheckAnswer.Partly => Partly,
        CheckAnswer.No => No,
        CheckAnswer.NotApplicable => NotApplicable,
        _ => Unknown,
    };

    public ItemCounts Add(CheckAnswer answer, int persons) => answer switch
    {
        CheckAnswer.Yes => this with { Yes = Yes + persons },
        CheckAnswer.Partly => this with { Partly = Partly + persons },
        CheckAnswer.No => this with { No = No + persons },
        CheckAnswer.NotApplicable => this with { NotApplicable = NotApplicable + persons },
        _ => this with { Unknown = Unknown + persons },
    };
}
