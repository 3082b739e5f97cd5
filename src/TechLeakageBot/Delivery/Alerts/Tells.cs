using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>Tells reporters what officers did, in the conversation that they reported in.</summary>
internal sealed class Tells(IServiceProvider services, IIncidents incidents, KnowledgeSource knowledge) : IRoad
{
    private readonly Lazy<IRoad[]> roads = new(() => [.. services.GetServices<IRoad>()]);

    public bool Carries(OutboxRow row) => row.Effect is Effect.Tell;

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var tell = (Effect.Tell)row.Effect;
        if (await incidents.FindAsync(tell.Number, cancel) is not { } incident)
            return new SendOutcome.Closed("The incident was purged.");
        var message = row with { Effect = new Effect.Reply(new IncidentCards(knowledge.Current).Told(incident, tell.Event, incident.Language)) };
        return roads.Value.FirstOrDefault(road => road.Carries(message)) is { } road
            ? await road.SendAsync(message, cancel)
            : new SendOutcome.Later("The reporter's channel is not configured.");
    }
}
