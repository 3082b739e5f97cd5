using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Incidents;

/// <summary>Who has to hear of what happened to an incident.</summary>
public static class Routing
{
    /// <param name="after">The incident with the events in it.</param>
    public static IEnumerable<Effect> Of(Incident after, IEnumerable<Recorded> events) => events.SelectMany(recorded => Of(after, recorded));

    private static IEnumerable<Effect> Of(Incident incident, Recorded recorded)
    {
        return recorded.Event switch
        {
            IncidentEvent.Opened or IncidentEvent.Raised or IncidentEvent.Placed => Alerts(
                incident.Handler is null ? Audience.Officer : Audience.Handler, incident.Level == Severity.Serious ? [Road.Chat, Road.Mail] : [Road.Any]),
            IncidentEvent.DetailAdded or IncidentEvent.Withdrawn or IncidentEvent.Answered => Alerts(Audience.Handler, Road.Any),
            IncidentEvent.Assigned assigned when recorded.By != new Actor.AnOfficer(assigned.To) => Alerts(Audience.Handler, Road.Any),
            IncidentEvent.Escalated { Step: LadderStep.Reminder } => Alerts(Audience.Officer, Road.Chat, Road.Mail),
            IncidentEvent.Escalated { Step: LadderStep.Deputies } => Alerts(Audience.Deputies, Road.Chat, Road.Mail),
            IncidentEvent.Escalated => Alerts(Audience.Everybody, Road.Chat, Road.Mail),
            IncidentEvent.DateCame or IncidentEvent.Stalled => Alerts(Audience.Handler, Road.Any),
            IncidentEvent.Asked or IncidentEvent.Acknowledged or IncidentEvent.Closed or IncidentEvent.Reopened when incident.Reporter is not null =>
                [new Effect.Tell(incident.Number, recorded.Number)],
            _ => [],
        };

        IEnumerable<Effect> Alerts(Audience to, params IReadOnlyList<Road> roads) =>
            roads.Select(road => new Effect.Alert(incident.Number, recorded.Number, to, road, incident.SiteId));
    }
}
