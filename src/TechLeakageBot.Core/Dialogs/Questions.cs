using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>
/// The follow-up questions of a consultation: which to ask, how to understand the answer, and what follows from it.
/// At most three are asked, and only those whose answer could change the level or the route.
/// </summary>
internal static class Questions
{
    public const int Most = 3;

    private static readonly Signal[] SaysWhatWentOut =
        [Signal.Given, Signal.GivenALittle, Signal.NotGiven, Signal.NotYet, Signal.PublicOnly, Signal.Copied, Signal.Photographed];

    private static readonly Signal[] SaysFavours = [Signal.FavourOffered, Signal.FavourTaken, Signal.FavourDeclined, Signal.Threat];

    private static readonly Signal[] ForeignSide =
        [Signal.Overseas, Signal.JointVenture, Signal.Licensee, Signal.Investor, Signal.Supplier, Signal.Government, Signal.LawDemand];

    private static readonly Signal[] PersonalContact =
        [Signal.Stranger, Signal.Acquaintance, Signal.Recruiter, Signal.Consultant, Signal.Sns, Signal.JobOffer, Signal.Fair, Signal.Meeting];

    /// <summary>The next question worth asking; null where none is left.</summary>
    /// <param name="siteIsKnown">Whether the bureau and the officer can be named already.</param>
    public static Question? Next(Consultation matter, bool siteIsKnown)
    {
        if (matter.Asked.Count >= Most || matter.Severity == Severity.Info)
            return null;
        IEnumerable<Question> worthAsking = matter.Severity == Severity.Serious
            ?
            [
                .. new Judgement(matter.Severity, matter.Reasons).IsUnclear(matter.Signals) ? [Question.WhatWentOut] : Array.Empty<Question>(),
                .. siteIsKnown ? Array.Empty<Question>() : [Question.Site],
            ]
            :
            [
                .. matter.Signals.Any(SaysWhatWentOut.Contains) ? Array.Empty<Question>() : [Question.WhatWentOut],
                .. !matter.Signals.Any(SaysFavours.Contains) && matter.Signals.Any(PersonalContact.Contains) ? [Question.Favours] : Array.Empty<Question>(),
                .. matter.Signals.Any(ForeignSide.Contains) ? [Question.State] : Array.Empty<Question>(),
            ];
        return worthAsking.Where(question => !matter.Asked.Contains(question)).Cast<Question?>().FirstOrDefault();
    }

    /// <summary>The names of the answers to choose from, in the order shown.</summary>
    public static IReadOnlyList<Answer> Answers(Question question) => question switch
    {
        Question.WhatWentOut => [Answer.Nothing, Answer.PublicOnly, Answer.NotPublic, Answer.NotSure],
        Question.Favours => [Answer.None, Answer.Declined, Answer.Accepted, Answer.Pressed],
        Question.State => [Answer.NoState, Answer.StateBehind, Answer.StateNotSure],
        _ => [],
    };

    /// <summary>What an answer in free words comes to; null where it answers nothing.</summary>
    public static Answer? Understand(Question question, string text, Reading reading)
    {
        var yes = AnswerWords.YesOrNo(text);
        var unsure = AnswerWords.IsUnsure(text);
        var signals = reading.Signals;
        return question switch
        {
            Question.WhatWentOut when yes is { } out_ => out_ ? Answer.NotPublic : Answer.Nothing,
            Question.WhatWentOut when unsure => Answer.NotSure,
            Question.WhatWentOut when signals.Contains(Signal.PublicOnly) && !(HasGiven(signals) && reading.Severity == Severity.Serious) => Answer.PublicOnly,
            Question.WhatWentOut when HasGiven(signals) => Answer.NotPublic,
            Question.WhatWentOut when signals.Contains(Signal.NotGiven) || signals.Contains(Signal.NotYet) => Answer.Nothing,
            Question.Favours when yes is { } favours => favours ? Answer.Accepted : Answer.None,
            Question.Favours when signals.Contains(Signal.Threat) => Answer.Pressed,
            Question.Favours when signals.Contains(Signal.FavourTaken) => Answer.Accepted,
            Question.Favours when signals.Contains(Signal.FavourDeclined) || signals.Contains(Signal.FavourOffered) => Answer.Declined,
            Question.State when yes is { } state => state ? Answer.StateBehind : Answer.NoState,
            Question.State when unsure => Answer.StateNotSure,
            Question.State when signals.Contains(Signal.Government) || signals.Contains(Signal.LawDemand) => Answer.StateBehind,
            _ => null,
        };
    }

    /// <summary>The level after an answer.</summary>
    public static Judgement Judge(Consultation matter, Answer answer)
    {
        var before = new Judgement(matter.Severity, matter.Reasons);
        return answer switch
        {
            Answer.NotPublic or Answer.NotSure => before.Raise(Severity.Serious, Reason.Out),
            Answer.PublicOnly => before.LowerToCaution(matter.Signals),
            Answer.Nothing => before.LowerAsNothingWentOut(matter.Signals),
            Answer.Accepted or Answer.Pressed => before.Raise(Severity.Serious, Reason.Compromised),
            Answer.StateBehind => before.Raise(Severity.Serious, Reason.State),
            _ => before,
        };
    }

    /// <summary>Reasons that an answer in free words gives beyond its question, as "I declined the dinner, but I sent him the formula" does.</summary>
    public static IReadOnlyList<Reason> ToldBesides(Question question, string text, Reading reading) =>
        reading.Severity == Severity.Serious && AnswerWords.YesOrNo(text) is null
            ? [.. SignalRules.Evident(reading.Signals).Where(reason => reason != About(question))]
            : [];

    private static Reason? About(Question question) => question switch
    {
        Question.WhatWentOut => Reason.Out,
        Question.Favours => Reason.Compromised,
        Question.State => Reason.State,
        _ => null,
    };

    private static bool HasGiven(IReadOnlySet<Signal> signals) =>
        signals.Contains(Signal.Given) || signals.Contains(Signal.GivenALittle) || signals.Contains(Signal.Copied) || signals.Contains(Signal.Photographed);
}

/// <summary>An answer to a follow-up question.</summary>
internal enum Answer
{
    Nothing,
    PublicOnly,
    NotPublic,
    NotSure,
    None,
    Declined,
    Accepted,
    Pressed,
    NoState,
    StateBehind,
    StateNotSure,
}
