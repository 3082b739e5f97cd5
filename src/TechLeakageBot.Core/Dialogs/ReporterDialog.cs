using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a reporter does about a report: ask how it stands, add to it, answer the officer, take it back.</summary>
internal sealed class ReporterDialog(KnowledgeBase knowledge)
{
    private readonly IncidentCards cards = new(knowledge);
    private readonly GeneralCards general = new(knowledge);

    /// <summary>The reports that the person made by name, oldest first.</summary>
    public static IReadOnlyList<Incident> Own(DialogTurn turn) => [.. (turn.Profile.Incidents ?? []).Select(turn.Scene.Find).OfType<Incident>().Where(incident => IsOwn(turn, incident))];

    /// <summary>The report about which an officer waits for an answer; null where none is.</summary>
    public static Incident? Asked(DialogTurn turn) => Own(turn).LastOrDefault(incident => incident.OpenQuestion is not null);

    /// <summary>Whether a text surely tells of something serious.</summary>
    public static bool IsGrave(Reading reading) => reading is { Intent: Intent.Situation, Severity: Severity.Serious, Sure: true };

    /// <summary>
    /// Whether a text may be taken for the answer to the officer's question. Something serious is one only where it says so or is
    /// about the same: else it is a matter of its own, and a report too many costs the officer a minute.
    /// </summary>
    public static bool IsAnswer(Incident asked, string text, Reading reading) =>
        !IsGrave(reading) || AnswerWords.BeginsWithYesOrNo(text) || AnswerWords.GoesOn(text)
        || reading.Topics.Take(1).Any(topic => topic.Id == asked.Topic || topic.Id == asked.SimilarCase);

    public DialogTurn Status(DialogTurn turn) => turn.Reply(cards.Status(Own(turn), turn.Language));

    /// <summary>A click on a button of a report, or the words that the step needs.</summary>
    public DialogTurn Begin(DialogTurn turn, string argument)
    {
        if (argument.Split('.') is not [var number, var named] || Choice.Named<ReporterStep>(named) is not { } step || !IncidentNumber.IsOne(number))
            return turn.Reply(general.StaleButton(turn.Language));
        return turn.Scene.Find(number) is { } incident && IsOwn(turn, incident)
            ? turn.Move(new Stage.Reporting(number, step, turn.Matter)).Reply(cards.AskForWords(number, step, turn.Language))
            : turn.Reply(cards.UnknownNumber(number, turn.Language));
    }

    /// <summary>The words that the bot waits for.</summary>
    public DialogTurn Pass(DialogTurn turn, Stage.Reporting waiting, string text, Reading reading) =>
        turn.Scene.Find(waiting.Incident) is { } incident && IsOwn(turn, incident)
            ? Pass(turn, incident, waiting.Step, text, reading)
            : turn.GoOn().Reply(cards.UnknownNumber(waiting.Incident, turn.Language));

    /// <summary>A text that names a report, and perhaps says more about it.</summary>
    public DialogTurn Named(DialogTurn turn, Incident incident, string text, Reading reading)
    {
        var more = IncidentNumber.Without(text);
        return Folding.Fold(more).Length == 0 || reading is { Intent: Intent.Command, Command: Command.Status }
            ? turn.Reply(cards.Status([incident], turn.Language))
            : Pass(turn, incident, ReporterStep.Answer, more, reading);
    }

    public DialogTurn Answer(DialogTurn turn, Incident asked, string text, Reading reading) => Pass(turn, asked, ReporterStep.Answer, text, reading);

    /// <summary>Says that the officer's question still waits, before whatever else is shown.</summary>
    public DialogTurn StillAsked(DialogTurn turn, Incident asked) => turn.ReplyFirst(cards.StillAsked(asked, turn.Language));

    public static bool IsOwn(DialogTurn turn, Incident incident) =>
        incident.Reporter is { } reporter && reporter.Channel == turn.Scene.Who.Channel && reporter.Person == turn.Scene.Who.Person;

    private DialogTurn Pass(DialogTurn turn, Incident incident, ReporterStep step, string text, Reading reading)
    {
        turn = turn with { Whole = true };
        var (company, at) = (knowledge.Company, turn.Scene.At);
        var decision = step switch
        {
            ReporterStep.Withdraw => ReporterDecider.Withdraw(incident, text, company, at),
            ReporterStep.Answer => ReporterDecider.Answer(incident, text, company, at),
            _ => ReporterDecider.AddDetail(incident, text, company, at),
        };
        return decision switch
        {
            Decision.Accepted { Events: { } events } accepted => turn.GoOn()
                .Record(incident.Number, incident, step == ReporterStep.Withdraw ? events : [.. events, .. Raised(turn, incident.With(events), text, reading)])
                .Reply(general.WithMasked(cards.Passed(incident.Number, step, turn.Language), accepted.Masked)),
            Decision.Refused { Why: Refusal.TextMissing or Refusal.TextTooLong } refused => turn.Reply(cards.Refused(refused.Why, turn.Language)),
            Decision.Refused refused => turn.GoOn().Reply(cards.Refused(refused.Why, turn.Language)),
            _ => throw new InvalidOperationException($"No decision of the kind {decision.GetType().Name} is known."),
        };
    }

    /// <summary>Words that make the incident graver than it was raise it; they stand in the timeline already.</summary>
    private Recorded[] Raised(DialogTurn turn, Incident incident, string text, Reading reading) =>
        IsGrave(reading) && incident.IsOpen && (incident.Level < Severity.Serious || reading.Reasons.Except(incident.Reasons).Any())
            ?
            [
                new Recorded(incident.Version + 1, turn.Scene.At, new Actor.TheReporter(), new IncidentEvent.Raised(
                    Severity.Serious,
                    [.. incident.Reasons.Union(reading.Reasons)],
                    [.. incident.Signals.Union(reading.Signals)],
                    incident.Summary,
                    ContactTraces.Find(text, turn.Scene.TraceKey.Span, knowledge.OwnContacts))),
            ]
            : [];
}
