using System.Collections.Concurrent;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Delivery;

/// <summary>
/// Carries the outbox out: in order within a conversation, many conversations side by side. It never gives up on a row whose road
/// is open. A row is deleted after it was sent, so a crash in between may send it twice, and never loses it.
/// </summary>
internal sealed class DeliveryWorker(
    IOutbox outbox, IEnumerable<IRoad> roads, SendHistory history, OutboxBell bell, DeliveryMetrics metrics, TimeProvider time, ILogger<DeliveryWorker> log)
    : BackgroundService
{
    private const int MostUnderWay = 16;

    /// <summary>Of alerts by chat, and as many by mail: neither a mail server nor a platform that hangs may take every place.</summary>
    private const int MostAlertsUnderWay = 4;

    /// <summary>Looks again after so long even where nothing rings, as after a jump of the clock.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LongestSend = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan WithoutRoad = TimeSpan.FromMinutes(5);

    /// <summary>What a send under way has left when the host stops; then it is cancelled.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>What a cancelled send has left to end.</summary>
    private static readonly TimeSpan LastGrace = TimeSpan.FromSeconds(2);

    private readonly IRoad[] roads = [.. roads];
    private readonly HashSet<(string Kind, string Channel)> withoutRoad = [];

    /// <summary>
    /// What is being sent, by lane. Only the loop adds and removes, and it removes before it looks for due rows: a row that ends
    /// between the look and the start is still found here, not sent again.
    /// </summary>
    private readonly Dictionary<string, Task> underWay = [];

    private readonly ConcurrentQueue<string> ended = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var sending = new CancellationTokenSource();
        try
        {
            await WorkAsync(sending.Token, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await EndAsync(sending);
        }
    }

    private async Task WorkAsync(CancellationToken sending, CancellationToken stopping)
    {
        for (var faults = 0; ;)
        {
            TimeSpan sleep;
            try
            {
                sleep = await TakeAsync(sending, stopping);
                faults = 0;
            }
            catch (Exception fault) when (StoreFaults.Has(fault))
            {
                sleep = Backoff.Wait(faults++, after: null, Random.Shared.NextDouble());
                log.OutboxFault(fault.GetType().Name, sleep);
                await Task.Delay(sleep, time, stopping);
                continue;
            }

            await bell.SleepAsync(sleep, time, stopping);
        }
    }

    /// <summary>Starts what can be started.</summary>
    /// <returns>How long nothing more can be, unless the bell rings.</returns>
    private async Task<TimeSpan> TakeAsync(CancellationToken sending, CancellationToken stopping)
    {
        while (ended.TryDequeue(out var lane))
            underWay.Remove(lane);
        if (underWay.Count >= MostUnderWay)
            return LongestSleep;

        var now = time.GetUtcNow();
        List<Task> waits = [];
        foreach (var row in await outbox.DueAsync(now, MostUnderWay + underWay.Count, stopping))
        {
            if (underWay.ContainsKey(row.Lane))
                continue;
            if (underWay.Count >= MostUnderWay)
                break;
            if (row.Effect is Effect.Alert && underWay.Keys.Count(lane => IsOfAlert(lane) && IsOfMail(lane) == IsOfMail(row.Lane)) >= MostAlertsUnderWay)
                continue;
            if (Start(row, now, sending) is { } until)
                waits.Add(outbox.PutOffAsync(row.Id, until, error: null, stopping));
        }

        await Task.WhenAll(waits);

        // Rows that only had to be put off may have hidden others.
        if (waits.Count > 0)
            return TimeSpan.Zero;
        return await outbox.NextDueAsync(now, stopping) is { } next && next - now < LongestSleep ? next - time.GetUtcNow() : LongestSleep;
    }

    /// <returns>Null where the row is on its way, else until when it has to wait.</returns>
    private DateTimeOffset? Start(OutboxRow row, DateTimeOffset now, CancellationToken sending)
    {
        if (roads.FirstOrDefault(road => road.Carries(row)) is not { } road)
        {
            if (withoutRoad.Add((row.Effect.GetType().Name, row.Conversation.Channel)))
                log.NoRoad(row.Effect.GetType().Name, row.Conversation.Channel);
            return now + WithoutRoad;
        }

        // An alert goes to the officer, not to the conversation whose limit this is.
        if (row.Effect is not Effect.Alert && road.Limit is { } limit && history.Claim(row, limit, now) is var free && free > now)
            return free;
        underWay.Add(row.Lane, CarryAsync(row, road, sending));
        return null;
    }

    private async Task CarryAsync(OutboxRow row, IRoad road, CancellationToken cancel)
    {
        try
        {
            var outcome = await SendAsync(row, road, cancel);
            metrics.Count(row, outcome);
            await RecordAsync(row, outcome, cancel);
        }
        finally
        {
            ended.Enqueue(row.Lane);
            bell.Ring();
        }
    }

    private async Task<SendOutcome> SendAsync(OutboxRow row, IRoad road, CancellationToken cancel)
    {
        using var tooLong = new CancellationTokenSource(LongestSend, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(tooLong.Token, cancel);
        try
        {
            return await road.SendAsync(row, either.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            // The edge of the delivery: whatever a road throws, the row stays. Its message may hold what was sent.
            return new SendOutcome.Later(fault.GetType().Name);
        }
    }

    /// <summary>Tries until the outbox takes it: a row that was sent and is not deleted would be sent again.</summary>
    private async Task RecordAsync(OutboxRow row, SendOutcome outcome, CancellationToken cancel)
    {
        for (var faults = 0; ; faults++)
        {
            try
            {
                await WriteAsync(row, outcome);
                return;
            }
            catch (Exception fault) when (StoreFaults.Has(fault))
            {
                var wait = Backoff.Wait(faults, after: null, Random.Shared.NextDouble());
                log.OutboxFault(fault.GetType().Name, wait);
                await Task.Delay(wait, time, cancel);
            }
        }
    }

    private async Task WriteAsync(OutboxRow row, SendOutcome outcome)
    {
        switch (outcome)
        {
            case SendOutcome.NotYet notYet:
                await outbox.PutOffAsync(row.Id, notYet.Until, error: null, CancellationToken.None);
                break;
            case SendOutcome.Sent:
                await outbox.DeliveredAsync(row.Id, CancellationToken.None);
                break;
            case SendOutcome.Later later:
                var wait = Backoff.Wait(row.Attempts, later.After, Random.Shared.NextDouble());
                await outbox.PutOffAsync(row.Id, time.GetUtcNow() + wait, later.Error, CancellationToken.None);
                log.PutOff(row.Id, row.Conversation.Channel, later.Error, row.Attempts + 1, wait);
                break;
            case SendOutcome.Closed closed:
                await outbox.SetAsideAsync(row.Id, closed.Error, CancellationToken.None);
                if (row.Effect is Effect.Alert)
                    log.AlertSetAside(row.Id, row.Conversation.Channel, closed.Error);
                else
                    log.ReplySetAside(row.Id, row.Conversation.Channel, closed.Error);
                break;
        }
    }

    private async Task EndAsync(CancellationTokenSource sending)
    {
        var all = Task.WhenAll(underWay.Values);
        await all.WaitAsync(Grace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (all.IsCompleted)
            return;
        await sending.CancelAsync();
        await all.WaitAsync(LastGrace, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!all.IsCompleted)
            log.SendsLeft(underWay.Values.Count(send => !send.IsCompleted));
    }

    private static bool IsOfAlert(string lane) => lane.StartsWith(OutboxRow.AlertLane, StringComparison.Ordinal);

    private static bool IsOfMail(string lane) => lane.StartsWith(OutboxRow.MailLane, StringComparison.Ordinal);
}
