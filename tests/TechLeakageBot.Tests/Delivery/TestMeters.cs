using System.Diagnostics.Metrics;

namespace TechLeakageBot.Tests.Delivery;

/// <summary>Meters that nobody listens to.</summary>
internal sealed class TestMeters : IMeterFactory
{
    private readonly List<Meter> made = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        made.Add(meter);
        return meter;
    }

    public void Dispose() => made.ForEach(meter => meter.Dispose());
}
