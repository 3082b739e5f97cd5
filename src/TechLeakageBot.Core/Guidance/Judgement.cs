using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Guidance;

/// <summary>How serious a matter is after everything said so far. A level rises with what is told and falls only by the person's own clear answer.</summary>
public sealed record Judgement(Severity Severity, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Signs that something went out which no later answer explains away.</summary>
    private static readonly Signal[] HardEvidence =
    [
        Signal.Copied, Signal.Photographed, Signal.Tampered, Signal.NotReturned, Signal.Lookalike, Signal.Reconsigned, Signal.LeftOpen, Signal.OrderToBot,
    ];

    /// <summary>Raised to at least <paramref name="severity"/>.</summary>
    public Judgement Raise(Severity severity, params IReadOnlyList<Reason> reasons) => new(
        severity > Severity ? severity : Severity,
        [.. Reasons.Union(reasons)]);

    /// <summary>
    /// Lowered to caution because the person answered that only public matter went out: possible only where an unclear word of
    /// something going out was the one reason.
    /// </summary>
    public Judgement LowerToCaution(IReadOnlyList<Signal> signals) =>
        Severity == Severity.Serious && Reasons is [Reason.Out] && !signals.Any(HardEvidence.Contains)
            ? new(Severity.Caution, [])
            : this;

    /// <summary>
    /// Lowered to caution because the person answered that nothing went out: not where their own words say that something did.
    /// </summary>
    public Judgement LowerAsNothingWentOut(IReadOnlyList<Signal> signals) => signals.Contains(Signal.Given) ? this : LowerToCaution(signals);

    /// <summary>Whether an answer could still lower the level.</summary>
    public bool IsUnclear(IReadOnlyList<Signal> signals) => signals.Contains(Signal.GivenALittle) && LowerToCaution(signals) != this;
}
