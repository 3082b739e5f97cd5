using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a reporter does about a report: ask how it stands, add to it, answer the officer, take it back.</summary>
internal sealed class ReporterDialog(KnowledgeBase knowledge)
{
    private readonly IncidentCards cards = new(knowledge);
    private readonly GeneralCards general = new(knowledge);

    /// <summary>The reports that the person made by name, oldest first.</summary>
    public static IReadOnlyList<Incident> Own(DialogTurn turn) => [.. (turn.Profile.Incidents ?? []).Select(turn.Scene.Find).OfType<Incident>().Where(incident => IsOwn(turn, incident))];

    public DialogTurn Status(DialogTurn turn) => turn.Reply(cards.Status(Own(turn), turn.Language));

    /// <summary>A click on a button of a report, or the words that the step needs.</summary>
    public DialogTurn Begin(DialogTurn turn, string argument)
    {
        if (argument.Split('.') is not [var number, var named] || !Enum.TryParse(named, out ReporterStep step))
            return turn.Reply(general.StaleButton(turn.Language));
        return turn.Scene.Find(number) is { } incident && IsOwn(turn, incident)
            ? turn.Move(new Stage.Reporting(number, step, turn.Matter)).Reply(cards.AskForWords(number, step, turn.Language))
            : turn.Reply(cards.UnknownNumber(number, turn.Language));
    }

    /// <summary>The words that the bot waits for.</summary>
    public DialogTurn Pass(DialogTurn turn, Stage.Reporting waiting, string text) =>
        turn.Scene.Find(waiting.Incident) is { } incident && IsOwn(turn, incident)
            ? Pass(turn, incident, waiting.Step, text)
            : turn.GoOn().Reply(cards.UnknownNumber(waiting.Incident, turn.Language));

    /// <summary>A text that names a report, and perhaps says more about it.</summary>
    public DialogTurn Named(DialogTurn turn, Incident incident, string text)
    {
        var more = text.Replace(incident.Number, "", StringComparison.OrdinalIgnoreCase).Trim();
        return Folding.Fold(more).Length == 0
            ? turn.Reply(cards.Status([incident], turn.Language))
            : Pass(turn, incident, ReporterStep.Answer, more);
    }

    /// <summary>Words that answer the officer's open question, where one waits; null where none does.</summary>
    public DialogTurn? AnswerOpenQuestion(DialogTurn turn, string text) =>
        Own(turn).LastOrDefault(incident => incident.OpenQuestion is not null) is { } asked ? Pass(turn, asked, ReporterStep.Answer, text) : null;

    public static bool IsOwn(DialogTurn turn, Incident incident) =>
        incident.Reporter is { } reporter && reporter.Channel == turn.Scene.Who.Channel && reporter.Person == turn.Scene.Who.Person;

    private DialogTurn Pass(DialogTurn turn, Incident incident, ReporterStep step, string text)
    {
        var (company, at) = (knowledge.Company, turn.Scene.At);
        var decision = step switch
        {
            ReporterStep.Withdraw => ReporterDecider.Withdraw(incident, text, company, at),
            ReporterStep.Answer => ReporterDecider.Answer(incident, text, company, at),
            _ => ReporterDecider.AddDetail(incident, text, company, at),
        };
        return decision switch
        {
            Decision.Accepted accepted => turn.GoOn().Record(incident.Number, incident, accepted.Events).Reply(general.WithMasked(cards.Passed(incident.Number, step, turn.Language), accepted.Masked)),
            Decision.Refused refused => turn.Reply(cards.Refused(refused.Why, turn.Language)),
            _ => throw new InvalidOperationException($"No decision of the kind {decision.GetType().Name} is known."),
        };
    }
}
