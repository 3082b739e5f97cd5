using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>
/// Tells reporters what officers did, in the conversation that they reported in. Where others read that one, in the reporter's own; and
/// where there is none, the group hears only that there is news.
/// </summary>
internal sealed class Tells(ReplyRoads roads, IChats chats, IIncidents incidents, KnowledgeSource knowledge, ILogger<Tells> log) : IRoad
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

        var cards = new IncidentCards(knowledge.Current);
        var message = row with { Effect = new Effect.Reply(cards.Told(incident, tell.Event, incident.Language)) };
        if (roads.For(message) is not { } road)
            return new SendOutcome.Later("The reporter's channel is not configured.");
        if (road.IsPrivate(message))
            return await roads.SendAsync(message, cancel);
        return await PrivatelyAsync(message, cancel)
            ?? await roads.SendAsync(row with { Effect = new Effect.Reply(cards.ToldInGroup(incident.Number, incident.Language)) }, cancel);
    }

    /// <returns>Null where the reporter has no open conversation that nobody else reads.</returns>
    private async Task<SendOutcome?> PrivatelyAsync(OutboxRow message, CancellationToken cancel)
    {
        foreach (var chat in await chats.OfAsync(new ChatAccount(message.Conversation.Channel, message.Conversation.Person), cancel))
        {
            var own = message with { Conversation = chat.Key, Address = chat.Address };
            if (roads.For(own)?.IsPrivate(own) == true && await roads.SendAsync(own, cancel) is var outcome and not SendOutcome.Closed)
                return outcome;
        }

        return null;
    }
}
