using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>
/// Brings alerts into the officers' chats, through the roads of their channels. Where no chat of one circle is open the next circle is
/// tried at once; where none is open at all, mail takes over.
/// </summary>
internal sealed class ChatAlerts(IServiceProvider services, IChats chats, IIncidents incidents, KnowledgeSource knowledge, ILogger<ChatAlerts> log) : IRoad
{
    private readonly Lazy<IRoad[]> roads = new(() => [.. services.GetServices<IRoad>()]);

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
        var earlier = await incidents.EarlierOfContactAsync(alert.Number, cancel);
        var card = new IncidentCards(known).Alert(incident, alert.Event, earlier, Language.Japanese);
        foreach (var circle in Circles.Of(known.Company, incident, alert.To))
        {
            if (await SendAsync(row, circle, card, cancel) is { } outcome)
                return outcome;
        }

        return await WithoutChatAsync(row, alert, cancel);
    }

    /// <summary>Null where no chat of these people is open.</summary>
    private async Task<SendOutcome?> SendAsync(OutboxRow row, IReadOnlyList<Officer> circle, Card card, CancellationToken cancel)
    {
        SendOutcome? failed = null;
        var reached = false;
        foreach (var account in circle.SelectMany(officer => officer.Chats))
        {
            foreach (var (key, address) in await chats.OfAsync(account, cancel))
            {
                var outcome = await SendAsync(row, key, address, card, cancel);
                if (outcome is SendOutcome.Sent)
                {
                    reached = true;
                    break;
                }

                if (outcome is SendOutcome.Later)
                    failed ??= outcome;
            }
        }

        return reached ? new SendOutcome.Sent() : failed;
    }

    private async Task<SendOutcome> SendAsync(OutboxRow row, ConversationKey key, string address, Card card, CancellationToken cancel)
    {
        // The same id in each conversation: an alert that is sent twice is known again there.
        var message = new OutboxRow(row.Id, key, address, new Effect.Reply(card), row.Created, row.Attempts, row.Lane);
        return roads.Value.FirstOrDefault(road => road.Carries(message)) is { } road
            ? await road.SendAsync(message, cancel)
            : new SendOutcome.Closed("The officer's channel is not configured.");
    }

    private async Task<SendOutcome> WithoutChatAsync(OutboxRow row, Effect.Alert alert, CancellationToken cancel)
    {
        var byMail = row with { Effect = alert with { Road = Road.Mail } };
        if (roads.Value.FirstOrDefault(road => road.Carries(byMail)) is not { } mail)
            return new SendOutcome.Later("No officer has an open chat, and no mail is configured.");
        return alert.Road == Road.Chat ? new SendOutcome.Sent() : await mail.SendAsync(byMail, cancel);
    }
}
