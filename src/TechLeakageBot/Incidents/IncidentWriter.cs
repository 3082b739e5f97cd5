using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Incidents;

/// <summary>Changes incidents outside a conversation's turn: one at a time, and waking whoever has to act on it.</summary>
internal sealed class IncidentWriter(
    IIncidents incidents, KnowledgeSource knowledge, IncidentGate gate, IncidentBell bell, OutboxBell outboxBell, IncidentMetrics metrics, TimeProvider time)
{
    /// <summary>Another instance may come in between; more often than this is a fault.</summary>
    private const int MostTries = 5;

    /// <summary>Opens an incident under the year's next number.</summary>
    /// <returns>Its number.</returns>
    public async Task<string> OpenAsync(IncidentEvent.Opened opened, CancellationToken cancel)
    {
        using var held = await gate.EnterAsync(cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var now = time.GetUtcNow();
            var number = await incidents.NextNumberAsync(IncidentNumber.YearOf(now), cancel);
            if (await CommitAsync(number, before: null, [new Recorded(1, now, new Actor.TheReporter(), opened)], knowledge.Current.Company, now, cancel))
                return number;
        }

        throw Conflicts();
    }

    /// <summary>Decides about an incident as it stands, and writes what was decided.</summary>
    /// <returns>Null where there is no such incident.</returns>
    public async Task<Decision?> DecideAsync(
        Func<CancellationToken, Task<Incident?>> find, Func<Incident, Company, DateTimeOffset, Decision> decide, CancellationToken cancel)
    {
        using var held = await gate.EnterAsync(cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await find(cancel) is not { } incident)
                return null;
            var (company, now) = (knowledge.Current.Company, time.GetUtcNow());
            var decision = decide(incident, company, now);
            if (decision is not Decision.Accepted { Events: { Count: > 0 } events } || await CommitAsync(incident.Number, incident, events, company, now, cancel))
                return decision;
        }

        throw Conflicts();
    }

    private static InvalidOperationException Conflicts() =>
        new($"A change of an incident met {MostTries} conflicts in a row; is another program writing the same database?");

    private async Task<bool> CommitAsync(string number, Incident? before, IReadOnlyList<Recorded> events, Company company, DateTimeOffset now, CancellationToken cancel)
    {
        var change = IncidentChange.Of(number, before, events, company);
        if (!await incidents.CommitAsync(change, now, cancel))
            return false;
        metrics.Count(change);
        outboxBell.Ring();
        bell.Ring();
        return true;
    }
}
