using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Incidents;

/// <summary>What officers do about incidents outside the chat.</summary>
internal sealed class IncidentDesk(IIncidents incidents, IncidentWriter writer, KnowledgeSource knowledge, TimeProvider time)
{
    /// <summary>An incident, for an officer of its site; that it was looked at goes into the audit. Null for anybody else, which goes there too.</summary>
    public async Task<Incident?> ViewAsync(string number, Officer by, Witnessed how, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is not { } incident)
            return null;
        var serves = knowledge.Current.Company.Serves(by, incident.SiteId);
        await incidents.WitnessAsync(new Effect.Witness(number, serves ? how : Witnessed.Refused, by.Id), time.GetUtcNow(), cancel);
        return serves ? incident : null;
    }

    /// <returns>What became of it; null where there is no such incident.</returns>
    public async Task<Decision?> ActAsync(string number, OfficerAction action, Officer by, CancellationToken cancel)
    {
        var decision = await writer.DecideAsync(
            token => FindAsync(number, token), (incident, company, now) => OfficerDecider.Decide(incident, action, by, company, now), cancel);
        if (decision is Decision.Refused { Why: Refusal.NotAnOfficer })
            await incidents.WitnessAsync(new Effect.Witness(number, Witnessed.Refused, by.Id), time.GetUtcNow(), cancel);
        return decision;
    }

    private Task<Incident?> FindAsync(string number, CancellationToken cancel) =>
        IncidentNumber.IsOne(number) ? incidents.FindAsync(number, cancel) : Task.FromResult<Incident?>(null);
}
