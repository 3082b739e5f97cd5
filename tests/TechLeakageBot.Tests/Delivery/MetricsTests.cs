using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Hosting;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Delivery;

public class MetricsTests
{
    [Fact]
    public async Task What_is_sent_what_fails_and_what_waits_can_be_watched()
    {
        var seen = new ConcurrentDictionary<string, double>();
        await using var host = await OfficersHost.StartAsync(hasMail: false);
        var own = host.Services.GetRequiredService<IMeterFactory>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == BotMeter.Name && ReferenceEquals(instrument.Meter.Scope, own))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", call => call == 1 ? 500 : 201);

        await host.ReportAsync(Severity.Serious);
        await host.UntilAsync(() => Value("techleakagebot.delivery.sent channel=alert:chat") == 1, TimeSpan.FromSeconds(1));
        await host.UntilAsync(
            () =>
            {
                listener.RecordObservableInstruments();
                return Value("techleakagebot.outbox.waiting kind=alert") == 1 && Value("techleakagebot.outbox.oldest_alert_age") > 0;
            },
            TimeSpan.FromSeconds(1));

        Assert.Equal(1, Value("techleakagebot.delivery.failed channel=alert:chat closed=False"));

        void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var key = string.Join(' ', [instrument.Name, .. tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")]);
            seen.AddOrUpdate(key, value, (_, before) => instrument.IsObservable ? value : before + value);
        }

        double Value(string key) => seen.GetValueOrDefault(key);
    }
}
