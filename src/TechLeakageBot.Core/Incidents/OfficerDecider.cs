namespace TechLeakageBot.Core.Incidents;

/// <summary>What an officer's action comes to. Whoever acts is checked here, at the moment of the action.</summary>
public static class OfficerDecider
{
    private const int MostDaysAhead = 366;

    /// <param name="by">Who acts; null for somebody who is no officer.</param>
    public static Decision Decide(Incident incident, OfficerAction action, Officer? by, Company company, DateTimeOffset now)
    {
        if (by is null || !company.Serves(by, incident.SiteId))
            return Refuse(new Refusal.NotAnOfficer());
        var texts = new Texts(company.CodeWords);
        return action switch
        {
            OfficerAction.Reopen when incident.IsOpen => incident.Timeline.LastOrDefault(recorded => recorded.Event is IncidentEvent.Reopened) is { } reopened
                ? DoneBy(reopened)
                : Refuse(new Refusal.IsNotClosed()),
            OfficerAction.Reopen reopen => texts.Take(reopen.Why, why => Accept(new IncidentEvent.Reopened(why))),
            OfficerAction.EditPack edit => Texts.Take(edit.Pack, pack => Accept(new IncidentEvent.PackEdited(pack))),
            OfficerAction.ApprovePack => incident.Pack switch
            {
                null => Refuse(new Refusal.NoPack()),
                { Approved: { } approved } => approved.By == by.Id ? AsItIs() : Refuse(new Refusal.DoneAlready(approved.By, approved.At)),
                _ => Accept(new IncidentEvent.PackApproved()),
            },
            OfficerAction.Close when incident.Closing is { } closing => Refuse(new Refusal.DoneAlready(closing.By, closing.At)),
            _ when incident.Closing is { } closing => Refuse(new Refusal.IsClosed(closing)),
            OfficerAction.Acknowledge when incident.TakenUp is { } taken => incident.Handler == by.Id ? AsItIs() : DoneBy(taken),
            OfficerAction.Acknowledge => Accept(new IncidentEvent.Acknowledged()),
            OfficerAction.Ask when incident is { Reporter: null, Seal: null } => Refuse(new Refusal.ReporterUnreachable()),
            OfficerAction.Ask ask => texts.Take(ask.Text, text => Accept(new IncidentEvent.Asked(text))),
            OfficerAction.Note note => texts.Take(note.Text, text => Accept(new IncidentEvent.Noted(text))),
            OfficerAction.Assign assign when company.OfficerById(assign.To) is not { } to || !company.Serves(to, incident.SiteId) => Refuse(new Refusal.UnknownOfficer()),
            OfficerAction.Assign assign => incident.TakenUp is not null && incident.Handler == assign.To ? AsItIs() : Accept(new IncidentEvent.Assigned(assign.To)),
            OfficerAction.SetNextDate set => InRange(set.On, now)
                ? texts.Take(set.Why, why => Accept(new IncidentEvent.NextDateSet(new NextDate(set.On, why))))
                : Refuse(new Refusal.DateOutOfRange()),
            OfficerAction.Consult consult => texts.TakeOptional(consult.Words, note => Accept(new IncidentEvent.OthersConsulted(consult.Whom, note))),
            OfficerAction.Close close => texts.Take(close.Measures, measures => Accept(new IncidentEvent.Closed(close.Outcome, measures))),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action.GetType().Name, "No officer's action of this kind is known."),
        };

        Decision AsItIs() => new Decision.Accepted([], []);

        Decision DoneBy(Recorded earlier) => earlier.By == new Actor.AnOfficer(by.Id)
            ? AsItIs()
            : Refuse(new Refusal.DoneAlready(earlier.By is Actor.AnOfficer officer ? officer.Id : "", earlier.At));

        Decision.Accepted Accept(IncidentEvent happened) =>
            new([new Recorded(incident.Version + 1, now, new Actor.AnOfficer(by.Id), happened)], texts.Masked);
    }

    private static Decision.Refused Refuse(Refusal why) => new(why);

    private static bool InRange(DateOnly on, DateTimeOffset now)
    {
        var today = JapanTime.Day(now);
        return on > today && on <= today.AddDays(MostDaysAhead);
    }
}
