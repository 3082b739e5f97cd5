namespace TechLeakageBot.Core.Understanding;

/// <summary>Rules on signals alone, nothing learnt: the level by triage, the topic by who is on the other side and by what medium.</summary>
public sealed class RuleJudge(Labels labels) : IJudge
{
    private static readonly (string Topic, Signal[] Signals)[] Usual =
    [
        ("case.people.sns", [Signal.Sns, Signal.Stranger, Signal.Consultant]),
        ("case.people.poaching", [Signal.JobOffer, Signal.Recruiter, Signal.Leaver, Signal.Competitor, Signal.PlansToTake]),
        ("case.people.exhibition", [Signal.Fair, Signal.Drawing, Signal.Visitor]),
        ("case.people.spy", [Signal.Acquaintance, Signal.FavourTaken, Signal.FavourOffered, Signal.FavourDeclined, Signal.Threat]),
        ("case.partners.supplier", [Signal.Supplier, Signal.Plan, Signal.Lookalike]),
        ("case.partners.equipment", [Signal.EquipmentMaker, Signal.Equipment]),
        ("case.partners.sample", [Signal.Sample, Signal.NotReturned, Signal.Returned, Signal.Tampered]),
        ("case.partners.subcontract", [Signal.Contractor, Signal.Reconsigned]),
        ("case.overseas.licensee", [Signal.Licensee]),
        ("case.overseas.withdrawal", [Signal.JointVenture, Signal.Equipment]),
        ("case.research.employee", [Signal.ResearchPartner, Signal.ResearchData]),
        ("case.research.subcontractor", [Signal.Student, Signal.ResearchPartner, Signal.LeftOpen]),
        ("measure.people.access", [Signal.Lost, Signal.Intruder, Signal.MassDownload, Signal.SharedCredential]),
        ("measure.people.rules", [Signal.OnlineTool, Signal.Cloud, Signal.StorageMedium]),
        ("measure.partners.government-request", [Signal.Government, Signal.LawDemand]),
        ("measure.partners.nda", [Signal.Contract]),
        ("column.investment", [Signal.Investor, Signal.Shares]),
        ("contact.bureau", [Signal.WhomToConsult]),
    ];

    public Scores Judge(string folded, IReadOnlySet<Signal> signals)
    {
        var kinds = new float[Labels.Kinds.Count];
        var intent = signals.Contains(Signal.WhomToConsult) ? Intent.Contacts
            : signals.Contains(Signal.HowTo) || signals.Contains(Signal.Hypothetical) ? Intent.Knowledge
            : signals.Count > 0 ? Intent.Situation
            : Intent.Other;
        var severity = intent == Intent.Situation ? SignalRules.Level(signals) : Severity.Info;
        for (var i = 0; i < kinds.Length; i++)
            kinds[i] = Labels.Kinds[i] == new Labels.Kind(intent, severity, null) ? 1 : 0;

        var topics = new float[labels.Topics.Count];
        foreach (var (topic, usual) in Usual)
            topics[labels.TopicOf(topic)] = usual.Count(signals.Contains) / MathF.Sqrt(usual.Length);
        Scores.Normalise(topics);
        return new Scores(kinds, topics);
    }
}
