using System.Data.Common;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Incidents;

/// <summary>Lets open incidents climb the ladder when their deadlines come. The deadlines are stored, so a restart forgets none.</summary>
internal sealed class LadderWorker(
    IIncidents incidents, KnowledgeSource knowledge, IncidentGate gate, IncidentBell bell, OutboxBell outboxBell, TimeProvider time, ILogger<LadderWorker> log)
    : BackgroundService
{
    /// <summary>Looks again after so long even where nothing rings, as after a jump of the clock.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = false;
        for (var faults = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                if (!started)
                    await RenewAsync(stoppingToken);
                started = true;
                await ClimbAsync(stoppingToken);
                faults = 0;
                await SleepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (fault is DbException or IOException or TimeoutException)
            {
                var wait = Backoff.Wait(faults++, after: null, Random.Shared.NextDouble());
                log.LadderFault(fault.GetType().Name, wait);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>The times may have changed since the deadlines were set.</summary>
    private async Task RenewAsync(CancellationToken cancel)
    {
        foreach (var line in await incidents.ListAsync(cancel))
        {
            using var held = await gate.EnterAsync(cancel);
            if (line.Phase != Phase.Closed && await incidents.FindAsync(line.Number, cancel) is { } incident)
                await incidents.SetDueAsync(line.Number, Ladder.Due(incident, knowledge.Current.Company.Escalation), cancel);
        }
    }

    private async Task ClimbAsync(CancellationToken cancel)
    {
        foreach (var number in await incidents.DueAsync(time.GetUtcNow(), cancel))
        {
            using var held = await gate.EnterAsync(cancel);
            if (await incidents.FindAsync(number, cancel) is not { } incident)
                continue;
            var (company, now) = (knowledge.Current.Company, time.GetUtcNow());
            var events = Ladder.Climb(incident, company.Escalation, now);
            if (events.Count == 0)
                await incidents.SetDueAsync(number, Ladder.Due(incident, company.Escalation), cancel);
            else if (await incidents.CommitAsync(IncidentChange.Of(number, incident, events, company), now, cancel))
                outboxBell.Ring();
        }
    }

    private async Task SleepAsync(CancellationToken stopping)
    {
        var next = await incidents.NextDueAsync(stopping);
        var sleep = next is { } due && due - time.GetUtcNow() < LongestSleep ? due - time.GetUtcNow() : LongestSleep;
        if (sleep <= TimeSpan.Zero)
            return;
        using var alarm = new CancellationTokenSource(sleep, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, stopping);
        try
        {
            await bell.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The alarm went off.
        }
    }
}
