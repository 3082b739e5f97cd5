using TechLeakageBot.Hosting;

namespace TechLeakageBot.Delivery;

/// <summary>
/// Meets deadlines that are stored, round after round. It sleeps until the next one or the bell, and while the store does not answer it
/// tries again, ever less often.
/// </summary>
internal abstract class DeadlineWorker(Bell bell, TimeProvider time) : BackgroundService
{
    protected TimeProvider Time => time;

    /// <summary>Looks again after so long even where nothing rings, as after a jump of the clock.</summary>
    protected abstract TimeSpan LongestSleep { get; }

    /// <summary>Does everything that is due.</summary>
    protected abstract Task WorkAsync(CancellationToken cancel);

    /// <summary>When the next deadline comes; null where none is set.</summary>
    protected abstract Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel);

    protected abstract void LogFault(string fault, TimeSpan wait);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var faults = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await WorkAsync(stoppingToken);
                faults = 0;
                await SleepAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault) when (StoreFaults.Has(fault))
            {
                var wait = Backoff.Wait(faults++, after: null, Random.Shared.NextDouble());
                LogFault(fault.GetType().Name, wait);
                await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task SleepAsync(CancellationToken stopping)
    {
        var next = await NextDueAsync(stopping);
        var sleep = next is { } due && due - time.GetUtcNow() < LongestSleep ? due - time.GetUtcNow() : LongestSleep;
        await bell.SleepAsync(sleep, time, stopping);
    }
}
