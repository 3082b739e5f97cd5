using System.Globalization;
using System.Text.RegularExpressions;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What an officer does about an incident without leaving the chat. Whether the person is an officer of its site is checked at every step.</summary>
internal sealed partial class OfficerDialog(KnowledgeBase knowledge)
{
    private readonly IncidentCards cards = new(knowledge);
    private readonly GeneralCards general = new(knowledge);

    public Officer? Officer(DialogTurn turn) => knowledge.Company.OfficerInChat(turn.Scene.Who.Channel, turn.Scene.Who.Person);

    /// <summary>A click on a button of an incident, from whoever holds the card.</summary>
    public DialogTurn Do(DialogTurn turn, string argument)
    {
        if (argument.Split('.', 3) is not [var number, var named, .. var rest] || Choice.Named<OfficerStep>(named) is not { } step || !IncidentNumber.IsOne(number))
            return turn.Reply(general.StaleButton(turn.Language));
        if (Mine(turn, number, out var refused) is not { } incident)
            return refused;
        if (incident.Closing is { } closing && step is not (OfficerStep.View or OfficerStep.Reopen))
            return turn.GoOn().Reply(cards.Refused(step == OfficerStep.Close ? new Refusal.DoneAlready(closing.By, closing.At) : new Refusal.IsClosed(closing), turn.Language));
        return (step, rest) switch
        {
            (OfficerStep.View, []) => View(turn, incident),
            (OfficerStep.Acknowledge, []) => Act(turn, incident, new OfficerAction.Acknowledge()),
            (OfficerStep.Assign, [var to]) => Act(turn, incident, new OfficerAction.Assign(to)),
            (OfficerStep.Close, [var outcome]) when Choice.Named<Outcome>(outcome) is not null => Wait(turn, incident, step, outcome),
            (OfficerStep.Consult, [var whom]) when Choice.Named<Consulted>(whom) is not null => Wait(turn, incident, step, whom),
            (OfficerStep.Assign or OfficerStep.Close or OfficerStep.Consult, []) => turn.GoOn().Reply(cards.AskOfficer(incident, step, turn.Language)),
            (_, []) => turn.Move(new Stage.Handling(number, step, "", turn.Matter)).Reply(cards.AskOfficer(incident, step, turn.Language)),
            _ => turn.Reply(general.StaleButton(turn.Language)),
        };
    }

    /// <summary>A text that names an incident. Nobody but its officers learns whether there is one.</summary>
    public DialogTurn Named(DialogTurn turn, string number) => Mine(turn, number, out var refused) is { } incident ? View(turn, incident) : refused;

    /// <summary>Whether the person is an officer for that incident.</summary>
    public bool Handles(DialogTurn turn, string number) =>
        Officer(turn) is { } officer && turn.Scene.Find(number) is { } incident && knowledge.Company.Serves(officer, incident.SiteId);

    /// <summary>The words that the bot waits for.</summary>
    public DialogTurn Hear(DialogTurn turn, Stage.Handling waiting, string text)
    {
        turn = turn with { Whole = true };
        if (Mine(turn, waiting.Incident, out var refused) is not { } incident)
            return refused.GoOn();
        if (waiting.Step == OfficerStep.NextDate)
        {
            return DateIn(text, turn.Scene.At) is ({ } on, { Length: > 0 } why)
                ? Act(turn, incident, new OfficerAction.SetNextDate(on, why))
                : turn.Reply(cards.DateNotRead(turn.Language));
        }

        return Act(turn, incident, waiting.Step switch
        {
            OfficerStep.Ask => new OfficerAction.Ask(text),
            OfficerStep.Close => new OfficerAction.Close(Enum.Parse<Outcome>(waiting.Chosen), text),
            OfficerStep.Consult => new OfficerAction.Consult(Enum.Parse<Consulted>(waiting.Chosen), AnswerWords.YesOrNo(text) == false ? "" : text),
            OfficerStep.Reopen => new OfficerAction.Reopen(text),
            _ => new OfficerAction.Note(text),
        });
    }

    /// <summary>A day and what stands beside it: 12/1 再確認, 2026-12-01 look again, １２月１日に確認. Without a year it is the next such day.</summary>
    private static (DateOnly On, string Why)? DateIn(string text, DateTimeOffset now)
    {
        var read = text.Length <= Incident.LongestText ? text : text[..Incident.LongestText];
        if (Dates().Match(FullWidth.ToAscii(read)) is not { Success: true } found)
            return null;
        var today = JapanTime.Day(now);
        var (month, day) = (Number(found.Groups["month"]), Number(found.Groups["day"]));
        int[] years = found.Groups["year"].Success ? [Number(found.Groups["year"])] : [today.Year, today.Year + 1];
        DateOnly[] days = [.. years.Where(year => IsDay(year, month, day)).Select(year => new DateOnly(year, month, day))];
        return days.Length == 0 ? null : (days.FirstOrDefault(on => on >= today, days[0]), $"{read[..found.Index]}{read[(found.Index + found.Length)..]}".Trim());
    }

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        @"(?<![0-9/.年-])(?:(?<year>20[0-9]{2})\s?[-/.年]\s?(?<month>[0-9]{1,2})\s?[-/.月]|(?<month>[0-9]{1,2})\s?[/月])\s?(?<day>[0-9]{1,2})(?![0-9/])日?に?",
        RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    private DialogTurn Wait(DialogTurn turn, Incident incident, OfficerStep step, string chosen) =>
        turn.Move(new Stage.Handling(incident.Number, step, chosen, turn.Matter)).Reply(cards.AskOfficerMore(step, turn.Language));

    private DialogTurn View(DialogTurn turn, Incident incident) =>
        turn.Add(new Effect.Witness(incident.Number, Witnessed.Viewed, Officer(turn)?.Id)).Reply(cards.View(incident, turn.Language));

    private DialogTurn Act(DialogTurn turn, Incident incident, OfficerAction action)
    {
        switch (OfficerDecider.Decide(incident, action, Officer(turn), knowledge.Company, turn.Scene.At))
        {
            case Decision.Accepted { Events: { } events } accepted:
                var after = incident.With(events);
                return turn.GoOn().Record(incident.Number, incident, events).Reply(general.WithMasked(cards.Done(after, turn.Language), accepted.Masked));
            case Decision.Refused { Why: Refusal.TextMissing or Refusal.TextTooLong or Refusal.DateOutOfRange } refused:
                return turn.Reply(cards.Refused(refused.Why, turn.Language));
            case Decision.Refused refused:
                return turn.GoOn().Reply(cards.Refused(refused.Why, turn.Language));
            default:
                throw new InvalidOperationException("An officer's action came to no decision.");
        }
    }

    /// <summary>The incident, where the person is an officer of its site; else null and what is answered instead.</summary>
    private Incident? Mine(DialogTurn turn, string number, out DialogTurn refused)
    {
        if (Handles(turn, number))
        {
            refused = turn.Scene.IsPrivate ? turn : turn.GoOn().Reply(cards.NotInGroup(turn.Language));
            return turn.Scene.IsPrivate ? turn.Scene.Find(number) : null;
        }

        var officer = Officer(turn);
        refused = officer is not null && turn.Scene.Find(number) is null
            ? turn.Reply(cards.UnknownNumber(number, turn.Language))
            : turn.Add(new Effect.Witness(number, Witnessed.Refused, officer?.Id)).Reply(cards.Refused(new Refusal.NotAnOfficer(), turn.Language));
        return null;
    }
}
