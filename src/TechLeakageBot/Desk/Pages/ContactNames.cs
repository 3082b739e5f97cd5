using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The names of the kinds of contact.</summary>
internal static class ContactNames
{
    public static DeskSay Of(Signal? kind) => kind switch
    {
        Signal.Recruiter => DeskSay.KindRecruiter,
        Signal.Competitor => DeskSay.KindCompetitor,
        Signal.Customer => DeskSay.KindCustomer,
        Signal.Supplier => DeskSay.KindSupplier,
        Signal.EquipmentMaker => DeskSay.KindEquipmentMaker,
        Signal.Contractor => DeskSay.KindContractor,
        Signal.ResearchPartner => DeskSay.KindResearchPartner,
        Signal.Licensee => DeskSay.KindLicensee,
        Signal.JointVenture => DeskSay.KindJointVenture,
        Signal.Investor => DeskSay.KindInvestor,
        Signal.Consultant => DeskSay.KindConsultant,
        Signal.Visitor => DeskSay.KindVisitor,
        Signal.Student => DeskSay.KindStudent,
        Signal.Leaver => DeskSay.KindLeaver,
        Signal.Colleague => DeskSay.KindColleague,
        Signal.Acquaintance => DeskSay.KindAcquaintance,
        Signal.Stranger => DeskSay.KindStranger,
        _ => DeskSay.KindOther,
    };
}
