namespace TechLeakageBot.Core.Understanding;

/// <summary>What signals alone say: why a situation would be serious, and a first guess without any learning.</summary>
public static class SignalRules
{
    private static readonly (Reason Reason, Signal[] Signals)[] Evidence =
    [
        (Reason.State, [Signal.Government, Signal.LawDemand]),
        (Reason.Compromised, [Signal.FavourTaken, Signal.Threat]),
        (Reason.Intent, [Signal.PlansToTake, Signal.Hiding]),
        (Reason.Access, [Signal.Lost, Signal.Intruder, Signal.MassDownload, Signal.SharedCredential, Signal.Unsupervised]),
        (Reason.Out,
        [
            Signal.Given, Signal.GivenALittle, Signal.Copied, Signal.Photographed, Signal.Tampered, Signal.NotReturned, Signal.Lookalike,
            Signal.Reconsigned, Signal.LeftOpen,
        ]),
    ];

    /// <summary>The reasons that the signals speak for, most telling first; what the nearest topic stands for where they are silent.</summary>
    public static IReadOnlyList<Reason> Reasons(IReadOnlySet<Signal> signals, string? topic) =>
        Evident(signals) is { Count: > 0 } found ? found : [Usual(topic)];

    /// <summary>The reasons that the signals themselves speak for, most telling first; empty where they are silent.</summary>
    public static IReadOnlyList<Reason> Evident(IReadOnlySet<Signal> signals) =>
    [
        .. Evidence
            .Select(e => (e.Reason, Count: e.Signals.Count(signals.Contains)))
            .Where(e => e.Count > 0)
            .OrderByDescending(e => e.Count)
            .Select(e => e.Reason),
    ];

    /// <summary>The level that the rules of triage give when nothing but the signals is known.</summary>
    public static Severity Level(IReadOnlySet<Signal> signals)
    {
        if (signals.Contains(Signal.OtherCompany) || signals.Contains(Signal.RoutineFiling) || (signals.Contains(Signal.Checked) && !signals.Contains(Signal.Asked)))
            return Severity.Info;
        var held = signals.Contains(Signal.NotGiven) || signals.Contains(Signal.PublicOnly) || signals.Contains(Signal.Approved);
        var reasons = Evidence.Where(e => e.Signals.Any(signals.Contains)).Select(e => e.Reason).ToArray();
        return reasons.Any(reason => reason != Reason.Out || !held) ? Severity.Serious
            : signals.Contains(Signal.Returned) && !signals.Contains(Signal.Asked) ? Severity.Info
            : Severity.Caution;
    }

    private static Reason Usual(string? topic) => topic switch
    {
        "case.people.spy" => Reason.Compromised,
        "measure.partners.government-request" or "measure.overseas.law" => Reason.State,
        "measure.people.access" or "measure.overseas.maintenance" => Reason.Access,
        _ => Reason.Out,
    };
}
