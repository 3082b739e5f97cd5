using TechLeakageBot.Core;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Desk.Pages;

/// <summary>One round as the desk's pages show it.</summary>
public sealed record CheckView(CheckSheet Sheet, Checklist Checklist, IReadOnlyList<NextAction> Next)
{
    public CheckRound Round => Sheet.Round;

    public IReadOnlyList<ItemState> States { get; } = Sheet.States(Checklist);

    public Coverage Whole => Coverage.Of(States);

    public static CheckView Of(CheckSheet sheet, KnowledgeBase knowledge, IncidentTally incidents)
    {
        var checklist = new Checklist(knowledge.Handbook);
        return new CheckView(sheet, checklist, NextActions.Of(sheet, knowledge.Handbook, checklist, incidents));
    }

    public static DeskSay NameOf(Standing standing) => standing switch
    {
        Standing.Open => DeskSay.CheckStandingOpen,
        Standing.Contradictory => DeskSay.CheckStandingContradictory,
        Standing.Agreed => DeskSay.CheckStandingAgreed,
        _ => DeskSay.CheckStandingSettled,
    };
}
