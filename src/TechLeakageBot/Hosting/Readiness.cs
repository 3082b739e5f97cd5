using System.Text.Json.Serialization;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Hosting;

/// <summary>Whether the bot can do its work, as <c>/health/ready</c> tells it.</summary>
/// <param name="Notes">What an operator may like to know and need not act on; null where there is nothing.</param>
internal sealed record Readiness(
    bool Ready,
    IReadOnlyList<string> Problems,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Notes = null)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(5);

    public static async Task<Readiness> OfAsync(RunMode mode, IOutbox outbox, IEnumerable<IRoad> roads, TimeProvider time, CancellationToken cancel)
    {
        var hasRoad = roads.Any(road => road.CarriesAlerts);
        List<string> problems = [];
        List<string>? notes = null;
        if (!hasRoad && !mode.IsLocal)
            problems.Add("Alerts have no road to the officer: set Mail:Host and Mail:From.");
        try
        {
            var oldest = await outbox.OldestAlertAsync(cancel).WaitAsync(LongestLook, time, cancel);
            if (oldest is not null && !hasRoad && mode.IsLocal)
                notes = ["An alert waits: without Mail:Host alerts go out by chat only, once an officer has written to the bot."];
            else if (time.GetUtcNow() - oldest > LongestWait)
                problems.Add($"An alert has waited longer than {LongestWait.TotalMinutes} minutes; the log says why.");
        }
        catch (Exception fault) when (StoreFaults.Has(fault))
        {
            problems.Add("The store does not answer.");
        }

        return new Readiness(problems.Count == 0, problems, notes);
    }
}
