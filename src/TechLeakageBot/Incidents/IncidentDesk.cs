using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Incidents;

/// <summary>What officers do about incidents outside the chat.</summary>
internal sealed class IncidentDesk(
    IIncidents incidents, KnowledgeSource knowledge, IncidentGate gate, IncidentBell bell, OutboxBell outboxBell, TimeProvider time)
{
    private const int MostTries = 5;

    /// <summary>An incident, for an officer of its site; that it was looked at goes into the audit. Null for anybody else, which goes there too.</summary>
    public async Task<Incident?> ViewAsync(string number, Officer by, Witnessed how, CancellationToken cancel)
    {
        if (!IncidentNumber.IsOne(number) || await incidents.FindAsync(number, cancel) is not { } incident)
            return null;
        var serves = knowledge.Current.Company.Serves(by, incident.SiteId);
        await incidents.WitnessAsync(new Effect.Witness(number, serves ? how : Witnessed.Refused, by.Id), time.GetUtcNow(), cancel);
        return serves ? incident : null;
    }

    /// <returns>What became of it; null where there is no such incident.</returns>
    public async Task<Decision?> ActAsync(string number, OfficerAction action, Officer by, CancellationToken cancel)
    {
        using var held = await gate.EnterAsync(cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (!IncidentNumber.IsOne(number) || await incidents.FindAsync(number, cancel) is not { } incident)
                return null;
            var (company, now) = (knowledge.Current.Company, time.GetUtcNow());
            var decision = OfficerDecider.Decide(incident, action, by, company, now);
            if (decision is Decision.Refused { Why: Refusal.NotAnOfficer })
                await incidents.WitnessAsync(new Effect.Witness(number, Witnessed.Refused, by.Id), now, cancel);
            if (decision is not Decision.Accepted { Events: { Count: > 0 } events })
                return decision;
            if (await incidents.CommitAsync(IncidentChange.Of(number, incident, events, company), now, cancel))
            {
                outboxBell.Ring();
                bell.Ring();
                return decision;
            }
        }

        throw new InvalidOperationException($"An action met {MostTries} conflicts in a row; is another program writing the same database?");
    }
}
