using System.Diagnostics.Metrics;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Delivery;

/// <summary>Counts what the delivery sent and what failed, by channel; <c>alert</c> and the road for alerts, which name no channel.</summary>
internal sealed class DeliveryMetrics
{
    private readonly Counter<long> sent;
    private readonly Counter<long> failed;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(BotMeter.Name);
        sent = meter.CreateCounter<long>("techleakagebot.delivery.sent", "{message}", "Messages that were sent.");
        failed = meter.CreateCounter<long>("techleakagebot.delivery.failed", "{attempt}", "Attempts to send that failed; those set aside carry closed=true.");
    }

    public void Count(OutboxRow row, SendOutcome outcome)
    {
        var channel = new KeyValuePair<string, object?>("channel", ChannelOf(row));
        switch (outcome)
        {
            case SendOutcome.Sent:
                sent.Add(1, channel);
                break;
            case SendOutcome.Later or SendOutcome.Closed:
                failed.Add(1, channel, new("closed", outcome is SendOutcome.Closed));
                break;
        }
    }

    private static string ChannelOf(OutboxRow row) => row.Effect is not Effect.Alert alert ? row.Conversation.Channel : alert.Road switch
    {
        Road.Chat => "alert:chat",
        Road.Mail => "alert:mail",
        _ => "alert:any",
    };
}
