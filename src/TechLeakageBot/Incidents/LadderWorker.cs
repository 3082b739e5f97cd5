using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Incidents;

/// <summary>Lets open incidents climb the ladder when their deadlines come. The deadlines are stored, so a restart forgets none.</summary>
internal sealed class LadderWorker(
    IIncidents incidents, KnowledgeSource knowledge, IncidentGate gate, IncidentBell bell, OutboxBell outboxBell, TimeProvider time, ILogger<LadderWorker> log)
    : DeadlineWorker(bell, time)
{
    /// <summary>An incident that cannot be read is looked at again after so long.</summary>
    private static readonly TimeSpan Unreadable = TimeSpan.FromHours(1);

    /// <summary>The times that the stored deadlines come from.</summary>
    private Escalation? times;

    protected override TimeSpan LongestSleep => TimeSpan.FromMinutes(1);

    protected override async Task WorkAsync(CancellationToken cancel)
    {
        await RenewAsync(cancel);
        await ClimbAsync(cancel);
    }

    protected override Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => incidents.NextDueAsync(cancel);

    protected override void LogFault(string fault, TimeSpan wait) => log.LadderFault(fault, wait);

    /// <summary>The times may have changed since the deadlines were set: before the start, or by an edit of the knowledge.</summary>
    private async Task RenewAsync(CancellationToken cancel)
    {
        var current = knowledge.Current.Company.Escalation;
        if (current == times)
            return;
        foreach (var line in await incidents.ListAsync(cancel))
        {
            if (line.Phase != Phase.Closed)
                await ReadAsync(line.Number, incident => incidents.SetDueAsync(line.Number, Ladder.Due(incident, current), cancel), cancel);
        }

        times = current;
    }

    private async Task ClimbAsync(CancellationToken cancel)
    {
        foreach (var number in await incidents.DueAsync(Time.GetUtcNow(), cancel))
            await ReadAsync(number, incident => ClimbAsync(incident, cancel), cancel);
    }

    private async Task ClimbAsync(Incident incident, CancellationToken cancel)
    {
        var (company, now) = (knowledge.Current.Company, Time.GetUtcNow());
        var events = Ladder.Climb(incident, company.Escalation, now);
        if (events.Count == 0)
            await incidents.SetDueAsync(incident.Number, Ladder.Due(incident, company.Escalation), cancel);
        else if (await incidents.CommitAsync(IncidentChange.Of(incident.Number, incident, events, company), now, cancel))
            outboxBell.Ring();
    }

    /// <summary>Works on an incident while nobody else can change it. One that cannot be read must not stop the clock of the others.</summary>
    private async Task ReadAsync(string number, Func<Incident, Task> work, CancellationToken cancel)
    {
        using var held = await gate.EnterAsync(cancel);
        try
        {
            if (await incidents.FindAsync(number, cancel) is { } incident)
                await work(incident);
        }
        catch (IncidentUnreadableException)
        {
            await incidents.SetDueAsync(number, Time.GetUtcNow() + Unreadable, cancel);
        }
    }
}
