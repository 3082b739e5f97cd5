using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Incidents;

/// <summary>What kind of contact an incident is about.</summary>
public static class ContactKind
{
    /// <summary>The more telling ones first: most who ask are strangers, or abroad.</summary>
    private static readonly Signal[] Kinds =
    [
        Signal.Recruiter, Signal.Competitor, Signal.Customer, Signal.Supplier, Signal.EquipmentMaker, Signal.Contractor, Signal.ResearchPartner, Signal.Licensee,
        Signal.JointVenture, Signal.Investor, Signal.Consultant, Signal.Visitor, Signal.Student, Signal.Leaver, Signal.Colleague, Signal.Acquaintance, Signal.Stranger,
    ];

    /// <summary>Null where the signals tell none.</summary>
    public static Signal? Of(IReadOnlyList<Signal> signals)
    {
        foreach (var kind in Kinds)
        {
            if (signals.Contains(kind))
                return kind;
        }

        return null;
    }
}
