using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>Tells reporters what officers did, in the conversation that they reported in.</summary>
internal sealed class Tells(ReplyRoads roads, IIncidents incidents, KnowledgeSource knowledge, ILogger<Tells> log) : IRoad
{
    public bool Carries(OutboxRow row) => row.Effect is Effect.Tell;

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var tell = (Effect.Tell)row.Effect;
        if (await incidents.FindAsync(tell.Number, cancel) is not { } incident)
        {
            log.Purged(row.Id);
            return new SendOutcome.Sent();
        }

        var message = row with { Effect = new Effect.Reply(new IncidentCards(knowledge.Current).Told(incident, tell.Event, incident.Language)) };
        return roads.For(message) is null ? new SendOutcome.Later("The reporter's channel is not configured.") : await roads.SendAsync(message, cancel);
    }
}
