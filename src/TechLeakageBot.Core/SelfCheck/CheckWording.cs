using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.SelfCheck;

/// <summary>Which sentence names an answer or an area, in chat as at the desk.</summary>
public static class CheckWording
{
    public static Say Of(CheckAnswer answer) => answer switch
    {
        CheckAnswer.Yes => Say.CheckYes,
        CheckAnswer.Partly => Say.CheckPartly,
        CheckAnswer.No => Say.CheckNo,
        CheckAnswer.NotApplicable => Say.CheckNotApplicable,
        _ => Say.CheckUnknown,
    };

    public static Say Of(Area area) => area switch
    {
        Area.First => Say.CheckAreaFirst,
        Area.People => Say.CheckAreaPeople,
        Area.Partners => Say.CheckAreaPartners,
        Area.Overseas => Say.CheckAreaOverseas,
        _ => Say.CheckAreaResearch,
    };
}
