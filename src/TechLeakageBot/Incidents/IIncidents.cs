using TechLeakageBot.Audit;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Incidents;

/// <summary>The incidents, as events that are only ever added to. A method that returns has committed durably.</summary>
internal interface IIncidents
{
    /// <summary>Null where there is none of this number, or it was purged.</summary>
    /// <exception cref="IncidentUnreadableException">It is there, but its events do not make an incident.</exception>
    Task<Incident?> FindAsync(string number, CancellationToken cancel);

    /// <summary>The number that the next incident of a year gets.</summary>
    Task<string> NextNumberAsync(int year, CancellationToken cancel);

    /// <summary>Writes the events, what officers and the reporter have to hear, and the audit, together or not at all.</summary>
    /// <param name="now">When it is written.</param>
    /// <returns>False where another event came in between, or the number is taken; nothing was written.</returns>
    Task<bool> CommitAsync(IncidentChange change, DateTimeOffset now, CancellationToken cancel);

    /// <summary>One line for each incident, newest first.</summary>
    Task<IReadOnlyList<IncidentLine>> ListAsync(CancellationToken cancel);

    /// <summary>Open incidents whose deadline has come, longest waiting first.</summary>
    Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, CancellationToken cancel);

    /// <summary>When the next deadline comes; null where none is set.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel);

    /// <summary>Sets the deadline anew, as after a change of the escalation's times.</summary>
    Task SetDueAsync(string number, DateTimeOffset? due, CancellationToken cancel);

    /// <summary>The incident whose anonymous reporter holds the token of this hash.</summary>
    Task<Incident?> BySealAsync(string seal, CancellationToken cancel);

    /// <summary>How many other incidents met a contact of this one, by any of its traces.</summary>
    Task<int> EarlierOfContactAsync(string number, CancellationToken cancel);

    /// <summary>Writes into the audit that somebody looked at an incident or tried what is not theirs to do.</summary>
    Task WitnessAsync(Effect.Witness witness, DateTimeOffset now, CancellationToken cancel);

    /// <summary>The newest entry of the audit; null while there is none.</summary>
    Task<AuditDigest?> DigestAsync(CancellationToken cancel);

    /// <summary>Entries of the audit after a sequence, in order.</summary>
    Task<IReadOnlyList<AuditEntry>> EntriesAsync(long after, int most, CancellationToken cancel);
}

/// <summary>What is added to one incident.</summary>
/// <param name="Events">In order; the first one's number less one is the version that must be stored.</param>
/// <param name="After">The incident with the events in it.</param>
/// <param name="Due">When the clock has to look at it again.</param>
/// <param name="Effects">Alerts and tells for the outbox.</param>
internal sealed record IncidentChange(string Number, IReadOnlyList<Recorded> Events, Incident After, DateTimeOffset? Due, IReadOnlyList<Effect> Effects)
{
    /// <summary>The change, its deadline and whoever has to hear of it, from the events alone.</summary>
    /// <param name="before">Null for an incident that is opened.</param>
    public static IncidentChange Of(string number, Incident? before, IReadOnlyList<Recorded> events, Company company)
    {
        var after = before is null ? IncidentFold.Of(number, events)! : before.With(events);
        return new IncidentChange(number, events, after, Ladder.Due(after, company.Escalation), [.. Routing.Of(after, events)]);
    }
}

/// <summary>An incident in a list.</summary>
/// <param name="Contact">What kind of contact it is about; null where the words tell none.</param>
public sealed record IncidentLine(
    string Number,
    Severity Level,
    Phase Phase,
    string? SiteId,
    string Topic,
    string? SimilarCase,
    string? Handler,
    Outcome? Outcome,
    bool Anonymous,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? ClosedAt,
    DateOnly? NextDate,
    Signal? Contact,
    string Summary)
{
    public static IncidentLine Of(Incident incident) => new(
        incident.Number, incident.Level, incident.Phase, incident.SiteId, incident.Topic, incident.SimilarCase, incident.Handler, incident.Closing?.Outcome,
        incident.Reporter is null, incident.OpenedAt, incident.AcknowledgedAt, incident.Closing?.At, incident.NextDate?.On, ContactKind.Of(incident.Signals), incident.Summary);
}
