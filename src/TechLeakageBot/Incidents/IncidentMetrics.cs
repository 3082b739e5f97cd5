using System.Diagnostics.Metrics;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Incidents;

/// <summary>Counts the incidents that were opened, by level.</summary>
internal sealed class IncidentMetrics
{
    private readonly Counter<long> opened;

    public IncidentMetrics(IMeterFactory meters) =>
        opened = meters.Create(BotMeter.Name).CreateCounter<long>("techleakagebot.incidents.opened", "{incident}", "Incidents that were opened.");

    /// <param name="change">What was just committed.</param>
    public void Count(IncidentChange change)
    {
        if (change.Events is [{ Event: IncidentEvent.Opened }, ..])
            opened.Add(1, new KeyValuePair<string, object?>("level", change.After.Level.ToString().ToLowerInvariant()));
    }
}
