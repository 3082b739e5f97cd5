using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Incidents;

/// <summary>
/// The escalation ladder: what the clock does about an open incident. An incident that nobody takes up climbs it step by step; one
/// that was taken up comes back on its next date, and when nothing was done about it for too long.
/// </summary>
public static class Ladder
{
    /// <summary>Officers look at a day's dates from this hour in Japan on.</summary>
    private static readonly TimeOnly StartOfDay = new(9, 0);

    /// <summary>When the clock has to look at the incident again; null where it need not.</summary>
    public static DateTimeOffset? Due(Incident incident, Escalation times) => Next(incident, times)?.Due;

    /// <summary>What has to happen now; empty where nothing is due.</summary>
    public static IReadOnlyList<Recorded> Climb(Incident incident, Escalation times, DateTimeOffset now)
    {
        List<Recorded> events = [];
        while (Next(incident, times) is { } next && next.Due <= now)
        {
            var recorded = new Recorded(incident.Version + 1, now, new Actor.TheClock(), next.Event);
            events.Add(recorded);
            incident = incident.With(recorded);
        }

        return events;
    }

    private static (DateTimeOffset Due, IncidentEvent Event)? Next(Incident incident, Escalation times)
    {
        if (!incident.IsOpen)
            return null;
        List<(DateTimeOffset Due, IncidentEvent Event)> all = [(incident.Progress + times.Stalled, new IncidentEvent.Stalled())];
        if (incident.WaitingSince is { } since && incident.Steps < (int)LadderStep.Everybody + 1)
            all.Add((since + times.Wait(incident.Level, (LadderStep)incident.Steps), new IncidentEvent.Escalated((LadderStep)incident.Steps)));
        if (incident.NextDate is { } date)
            all.Add((JapanTime.At(date.On, StartOfDay), new IncidentEvent.DateCame(date)));
        return all.MinBy(step => step.Due);
    }
}

/// <summary>The steps of the ladder, in order.</summary>
public enum LadderStep
{
    /// <summary>The officer of the site is told again.</summary>
    Reminder,

    /// <summary>The deputies are told.</summary>
    Deputies,

    /// <summary>Every officer and deputy is told by mail.</summary>
    Everybody,
}

/// <summary>The times of the ladder and whether a serious matter is reported by itself; the <c>Company:Escalation</c> settings.</summary>
/// <param name="AskFirst">Whether the person is asked before a serious matter is reported.</param>
/// <param name="Serious">For each <see cref="LadderStep"/>, how long after the report.</param>
/// <param name="Other">The same for a matter below serious.</param>
/// <param name="Stalled">After so long without progress an open incident comes back.</param>
public sealed record Escalation(bool AskFirst, IReadOnlyList<TimeSpan> Serious, IReadOnlyList<TimeSpan> Other, TimeSpan Stalled)
{
    public static Escalation Default { get; } = new(
        AskFirst: false,
        [TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(60), TimeSpan.FromHours(4)],
        [TimeSpan.FromHours(4), TimeSpan.FromHours(24), TimeSpan.FromHours(72)],
        TimeSpan.FromDays(7));

    public TimeSpan Wait(Severity level, LadderStep step) => (level == Severity.Serious ? Serious : Other)[(int)step];
}
