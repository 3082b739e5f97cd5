using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>
/// Brings alerts into the officers' chats, through the roads of their channels. Where no chat of one circle is open the next circle is
/// tried at once; where none is open at all, or none has taken an alert for some minutes, mail takes over.
/// </summary>
internal sealed class ChatAlerts(ReplyRoads roads, IChats chats, IIncidents incidents, KnowledgeSource knowledge, TimeProvider time, ILogger<ChatAlerts> log) : IRoad
{
    /// <summary>How long an alert that has no mail of its own waits for a chat that only fails for now.</summary>
    private static readonly TimeSpan LongestInChat = TimeSpan.FromMinutes(5);

    public bool Carries(OutboxRow row) => row.Effect is Effect.Alert { Road: not Road.Mail };

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var alert = (Effect.Alert)row.Effect;
        if (await incidents.FindAsync(alert.Number, cancel) is not { } incident)
        {
            log.Purged(row.Id);
            return new SendOutcome.Sent();
        }

        var known = knowledge.Current;
        var message = new Message(row, incident, alert.Event, await incidents.EarlierOfContactAsync(alert.Number, cancel), new IncidentCards(known));
        foreach (var circle in Circles.Of(known.Company, incident, alert.To))
        {
            if (await SendAsync(message, circle, cancel) is { } outcome)
                return outcome is SendOutcome.Later && IsLate(row, alert) && await WithoutChatAsync(row, alert, cancel) is SendOutcome.Sent sent ? sent : outcome;
        }

        return await WithoutChatAsync(row, alert, cancel);
    }

    /// <summary>Side by side, so that one chat that hangs costs the others no time.</summary>
    /// <returns>Null where no chat of these people is open.</returns>
    private async Task<SendOutcome?> SendAsync(Message message, IReadOnlyList<Officer> circle, CancellationToken cancel)
    {
        var outcomes = await Task.WhenAll(circle.SelectMany(officer => officer.Chats).Select(account => SendAsync(message, account, cancel)));
        return outcomes.FirstOrDefault(outcome => outcome is SendOutcome.Sent) ?? outcomes.FirstOrDefault(outcome => outcome is not null);
    }

    /// <summary>To the conversation spoken in last; the one before where it is closed for good.</summary>
    /// <returns>Null where none is open.</returns>
    private async Task<SendOutcome?> SendAsync(Message message, ChatAccount account, CancellationToken cancel)
    {
        foreach (var chat in await chats.OfAsync(account, cancel))
        {
            var reply = message.For(chat);
            if (roads.For(reply) is not { } road || !road.IsPrivate(reply))
                continue;
            if (await roads.SendAsync(reply, cancel) is var outcome and not SendOutcome.Closed)
                return outcome;
        }

        return null;
    }

    private bool IsLate(OutboxRow row, Effect.Alert alert) => alert.Road == Road.Any && time.GetUtcNow() - row.Created > LongestInChat;

    private async Task<SendOutcome> WithoutChatAsync(OutboxRow row, Effect.Alert alert, CancellationToken cancel)
    {
        var byMail = row with { Effect = alert with { Road = Road.Mail } };
        if (roads.For(byMail) is not { } mail)
            return new SendOutcome.Later("No officer has an open chat, and no mail is configured.");
        return alert.Road == Road.Chat ? new SendOutcome.Sent() : await mail.SendAsync(byMail, cancel);
    }

    private sealed record Message(OutboxRow Row, Incident Incident, int Event, int Earlier, IncidentCards Cards)
    {
        /// <summary>Under the same id in each conversation: an alert that is sent twice is known again there.</summary>
        public OutboxRow For(OpenChat chat) => Row with
        {
            Conversation = chat.Key,
            Address = chat.Address,
            Effect = new Effect.Reply(Cards.Alert(Incident, Event, Earlier, chat.Language ?? Language.Japanese)),
        };
    }
}
