using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Incidents;

/// <summary>What officers do about incidents outside the chat.</summary>
internal sealed class IncidentDesk(IIncidents incidents, IncidentWriter writer, KnowledgeSource knowledge, TimeProvider time)
{
    /// <summary>So long what comes after an officer's action belongs to it: the form sent once more, and the look at what it did.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromMinutes(1);

    /// <summary>An incident, for an officer of its site; that it was looked at goes into the audit. Null for anybody else, which goes there too.</summary>
    public Task<Incident?> ViewAsync(string number, Officer by, Witnessed how, CancellationToken cancel) => ShowAsync(number, by, how, isReturn: false, cancel);

    /// <summary>
    /// An incident, for the officer who says to have acted on it just now. Where that is so and nothing happened since, the event in the
    /// audit tells of this look too; else it is a view like any other.
    /// </summary>
    public Task<Incident?> ReturnAsync(string number, Officer by, CancellationToken cancel) => ShowAsync(number, by, Witnessed.Viewed, isReturn: true, cancel);

    /// <returns>What became of it, without events where the same was sent twice; null where there is no such incident.</returns>
    public async Task<Decision?> ActAsync(string number, OfficerAction action, Officer by, CancellationToken cancel)
    {
        var decision = await writer.DecideAsync(
            token => FindAsync(number, token),
            (incident, company, now) => Repeated(incident, action, by, company, now) ?? OfficerDecider.Decide(incident, action, by, company, now),
            cancel);
        if (decision is Decision.Refused { Why: Refusal.NotAnOfficer })
            await incidents.WitnessAsync(new Effect.Witness(number, Witnessed.Refused, by.Id), time.GetUtcNow(), cancel);
        return decision;
    }

    private async Task<Incident?> ShowAsync(string number, Officer by, Witnessed how, bool isReturn, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is not { } incident)
            return null;
        var (serves, now) = (knowledge.Current.Company.Serves(by, incident.SiteId), time.GetUtcNow());
        if (!(serves && isReturn && HasJustActed(by, incident, now)))
            await incidents.WitnessAsync(new Effect.Witness(number, serves ? how : Witnessed.Refused, by.Id), now, cancel);
        return serves ? incident : null;
    }

    private Task<Incident?> FindAsync(string number, CancellationToken cancel) =>
        IncidentNumber.IsOne(number) ? incidents.FindAsync(number, cancel) : Task.FromResult<Incident?>(null);

    /// <summary>Null unless the action is what the officer did last, as when a form is sent twice.</summary>
    private static Decision.Accepted? Repeated(Incident incident, OfficerAction action, Officer by, Company company, DateTimeOffset now) =>
        HasJustActed(by, incident, now)
        && IncidentFold.Of(incident.Number, incident.Timeline.SkipLast(1)) is { } before
        && OfficerDecider.Decide(before, action, by, company, now) is Decision.Accepted { Events: [var again] } accepted
        && again.Event == incident.Timeline[^1].Event
            ? accepted with { Events = [] }
            : null;

    /// <summary>Whether the last thing that happened was done by this officer, a moment ago.</summary>
    private static bool HasJustActed(Officer by, Incident incident, DateTimeOffset now) =>
        incident.Timeline[^1] is var last && last.By == new Actor.AnOfficer(by.Id) && (now - last.At).Duration() < Afterwards;
}
