using System.Diagnostics.Metrics;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Delivery;

/// <summary>Shows how full the outbox is, and how old its oldest alert. Looks only while somebody listens.</summary>
internal sealed class OutboxGauges : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly IOutbox outbox;
    private readonly TimeProvider time;
    private readonly ObservableGauge<long> waiting;
    private volatile OutboxState? seen;

    public OutboxGauges(IOutbox outbox, IMeterFactory meters, TimeProvider time)
    {
        (this.outbox, this.time) = (outbox, time);
        var meter = meters.Create(BotMeter.Name);
        waiting = meter.CreateObservableGauge("techleakagebot.outbox.waiting", Waiting, "{message}", "Messages that wait to be sent.");
        meter.CreateObservableGauge("techleakagebot.outbox.set_aside", SetAside, "{message}", "Messages whose road is closed for good, 200 at the most.");
        meter.CreateObservableGauge("techleakagebot.outbox.oldest_alert_age", OldestAlert, "s", "How long the oldest alert has waited; 0 where none waits.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                if (waiting.Enabled)
                    await LookAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nothing is left to do.
        }
    }

    /// <summary>A store that does not answer shows nothing: no number is better than an old one. The delivery's log tells why.</summary>
    private async Task LookAsync(CancellationToken cancel)
    {
        try
        {
            seen = await outbox.StateAsync(cancel);
        }
        catch (Exception fault) when (StoreFaults.Has(fault))
        {
            seen = null;
        }
    }

    private IEnumerable<Measurement<long>> Waiting() => seen is { } state
        ? [new(state.Alerts, Tag("alert")), new(state.Others, Tag("other"))]
        : [];

    private IEnumerable<Measurement<long>> SetAside() => seen is { } state ? [new(state.SetAside.Count)] : [];

    private IEnumerable<Measurement<double>> OldestAlert() => seen is { } state
        ? [new(state.OldestAlert is { } oldest ? Math.Max(0, (time.GetUtcNow() - oldest).TotalSeconds) : 0)]
        : [];

    private static KeyValuePair<string, object?> Tag(string kind) => new("kind", kind);
}
