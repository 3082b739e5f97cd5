using System.Buffers;
using System.Text;
using System.Text.Json;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// A reply as a Bot Framework activity: one attachment and no text, for a channel would split the two. Fields without a value
/// are left out, since connectors refuse nulls.
/// </summary>
internal static class ActivityWriter
{
    /// <summary>What Teams takes at most, less a little for what it adds itself.</summary>
    public const int LargestActivity = 28_000;

    /// <summary>The activity with as much of the card as <paramref name="limit"/> leaves room for.</summary>
    /// <param name="limit">In bytes, as UTF-8 or UTF-16, whichever is more: channels count differently.</param>
    public static byte[] Render(Address address, Card card, int limit = LargestActivity)
    {
        var activity = Array.Empty<byte>();
        foreach (var version in ShorterCards.Of(card))
        {
            activity = RenderWhole(address, version);
            if (SizeOf(activity) <= limit)
                break;
        }

        return activity;
    }

    /// <summary>What a sender with <c>deliveryMode: expectReplies</c> waits for.</summary>
    public static void WriteReplies(Utf8JsonWriter writer, IReadOnlyList<OutboxRow> replies)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        foreach (var row in replies)
        {
            if (Address.Decode(row.Address) is { } address && row.Effect is Effect.Reply reply)
                writer.WriteRawValue(Render(address, reply.Card));
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static byte[] RenderWhole(Address address, Card card)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, AdaptiveCardRenderer.WriterOptions))
            Write(writer, address, card);
        return buffer.WrittenSpan.ToArray();
    }

    private static int SizeOf(byte[] activity) => Math.Max(activity.Length, 2 * Encoding.UTF8.GetCharCount(activity));

    private static void Write(Utf8JsonWriter writer, Address address, Card card)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "message");
        writer.WriteString("serviceUrl", address.ServiceUrl);
        writer.WriteString("channelId", address.ChannelId);
        WriteId(writer, "from", address.Bot);
        WriteId(writer, "recipient", address.User);
        WriteId(writer, "conversation", address.Conversation);
        if (address.Locale is not null)
            writer.WriteString("locale", address.Locale);
        if (address.ReplyToId is not null)
            writer.WriteString("replyToId", address.ReplyToId);
        writer.WriteString("inputHint", "acceptingInput");
        AdaptiveCardRenderer.WriteAttachments(writer, card);
        writer.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter writer, string name, string? id)
    {
        if (id is null)
            return;
        writer.WriteStartObject(name);
        writer.WriteString("id", id);
        writer.WriteEndObject();
    }
}
