namespace TechLeakageBot.Core.Incidents;

/// <summary>From events to the incident.</summary>
public static class IncidentFold
{
    /// <summary>Null for no events.</summary>
    /// <exception cref="ArgumentException">The first event is no <see cref="IncidentEvent.Opened"/>, or the numbers leave a gap.</exception>
    public static Incident? Of(string number, IEnumerable<Recorded> events)
    {
        Incident? incident = null;
        foreach (var recorded in events)
            incident = incident is null ? Open(number, recorded) : incident.With(recorded);
        return incident;
    }

    /// <exception cref="ArgumentException">The event is not the next one.</exception>
    public static Incident With(this Incident incident, Recorded recorded)
    {
        if (recorded.Number != incident.Version + 1)
            throw new ArgumentException($"{incident.Number}: event {recorded.Number} cannot follow event {incident.Version}.", nameof(recorded));
        var next = Apply(incident, recorded);
        return next with
        {
            Version = recorded.Number,
            Progress = recorded.By is Actor.TheClock ? next.Progress : recorded.At,
            Timeline = [.. incident.Timeline, recorded],
        };
    }

    public static Incident With(this Incident incident, IEnumerable<Recorded> events) => events.Aggregate(incident, With);

    private static Incident Open(string number, Recorded first) => first is { Number: 1, Event: IncidentEvent.Opened opened }
        ? new Incident(
            number, Version: 1, opened.Level, opened.Reasons, opened.Reporter, opened.Seal, opened.Language, opened.SiteId, opened.BureauId, opened.Topic,
            opened.SimilarCase, opened.Signals, opened.Summary, opened.Contacts, Phase.Received, first.At, AcknowledgedAt: null, Handler: null, Steps: 0,
            WaitingSince: first.At, first.At, NextDate: null, Closing: null, Withdrawn: false, Pack: null, [first])
        : throw new ArgumentException($"{number}: the first event must open the incident.", nameof(first));

    private static Incident Apply(Incident incident, Recorded recorded) => recorded.Event switch
    {
        IncidentEvent.Raised raised => Raise(incident, raised, recorded.At),
        IncidentEvent.Placed placed => Place(incident, placed, recorded.At),
        IncidentEvent.Withdrawn => incident with { Withdrawn = true },
        IncidentEvent.Acknowledged => TakeUp(incident, recorded) with
        {
            Handler = OfficerId(recorded),
            Phase = incident.Phase == Phase.Received ? Phase.Acknowledged : incident.Phase,
        },
        IncidentEvent.Assigned assigned => Work(incident, recorded) with { Handler = assigned.To },
        IncidentEvent.NextDateSet set => Work(incident, recorded) with { NextDate = set.Date },
        IncidentEvent.Asked or IncidentEvent.Noted or IncidentEvent.OthersConsulted => Work(incident, recorded),
        IncidentEvent.PackEdited edited => Work(incident, recorded) with { Pack = edited.Pack with { Approved = null } },
        IncidentEvent.PackApproved => Work(incident, recorded) with { Pack = incident.Pack is null ? null : incident.Pack with { Approved = new(OfficerId(recorded), recorded.At) } },
        IncidentEvent.Closed closed => TakeUp(incident, recorded) with
        {
            Phase = Phase.Closed,
            NextDate = null,
            Closing = new Closing(closed.Outcome, closed.Measures, OfficerId(recorded), recorded.At),
        },
        IncidentEvent.Reopened => Work(incident with { Phase = Phase.InProgress, Closing = null }, recorded),
        IncidentEvent.Escalated => incident with { Steps = incident.Steps + 1 },
        IncidentEvent.DateCame => incident with { NextDate = null },
        IncidentEvent.Stalled => incident with { Progress = recorded.At },
        IncidentEvent.Opened => throw new ArgumentException($"{incident.Number} is open already.", nameof(recorded)),
        _ => incident,
    };

    /// <summary>A level that rises waits for an officer anew, from the ladder's first step on.</summary>
    private static Incident Raise(Incident incident, IncidentEvent.Raised raised, DateTimeOffset at)
    {
        var next = incident with
        {
            Level = raised.Level,
            Reasons = raised.Reasons,
            Signals = raised.Signals,
            Summary = raised.Summary,
            Contacts = [.. incident.Contacts.Union(raised.Contacts)],
        };
        return raised.Level > incident.Level ? Wait(next, at) : next;
    }

    /// <summary>Another site's officer takes it up anew.</summary>
    private static Incident Place(Incident incident, IncidentEvent.Placed placed, DateTimeOffset at)
    {
        var next = incident with { SiteId = placed.SiteId, BureauId = placed.BureauId };
        return placed.SiteId == incident.SiteId ? next : Wait(next with { Handler = null }, at);
    }

    private static Incident Wait(Incident incident, DateTimeOffset since) =>
        incident.IsOpen ? incident with { WaitingSince = since, TakenUp = null, Steps = 0 } : incident;

    private static Incident TakeUp(Incident incident, Recorded recorded) => incident with
    {
        AcknowledgedAt = incident.AcknowledgedAt ?? recorded.At,
        Handler = incident.Handler ?? OfficerId(recorded),
        WaitingSince = null,
        TakenUp = incident.TakenUp ?? recorded,
        Steps = 0,
    };

    private static Incident Work(Incident incident, Recorded recorded) => TakeUp(incident, recorded) with { Phase = incident.IsOpen ? Phase.InProgress : incident.Phase };

    private static string OfficerId(Recorded recorded) => recorded.By is Actor.AnOfficer officer ? officer.Id : "";
}
