using System.Buffers;
using System.Text;
using System.Text.Json;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Writes the activities of a transcript.</summary>
internal static class ActivityWriter
{
    private const int MostAttachments = 20;

    /// <summary>
    /// The person's own activity as the clients want to see it again, with only the fields they need. <c>plain</c>, so that Web Chat
    /// does not read the person's words as Markdown.
    /// </summary>
    public static string Echo(PostedActivity activity, string id, string from, DateTimeOffset at) => Write(writer =>
    {
        WriteHead(writer, activity.Type!, id, at, from, Cut(activity.From?.Name), "user");
        WriteIfAny(writer, "name", activity.Type == "event" ? Cut(activity.Name) : null);
        if (activity.Text is not null)
        {
            writer.WriteString("text", activity.Text);
            writer.WriteString("textFormat", "plain");
        }

        WriteIfAny(writer, "value", activity.Value);
        WriteIfAny(writer, "channelData", activity.ChannelData);
        if (activity.Attachments is { Count: > 0 } attachments)
            WriteNames(writer, attachments);
    });

    /// <summary>The same without anything of what was said or who said it: only what a client finds its own activity by.</summary>
    public static string Receipt(PostedActivity activity, string id, string from, DateTimeOffset at) => Write(writer =>
    {
        WriteHead(writer, activity.Type!, id, at, from, fromName: null, "user");
        if (activity.ClientId is not { } client)
            return;
        writer.WriteStartObject("channelData");
        writer.WriteString("clientActivityID", client);
        writer.WriteEndObject();
    });

    /// <summary>A card of the bot.</summary>
    public static string Message(Card card, string id, DateTimeOffset at) => Write(writer =>
    {
        WriteHead(writer, "message", id, at, "bot", "TechLeakageBot", "bot");
        writer.WriteString("locale", card.Language == Language.Japanese ? "ja-JP" : "en-US");
        AdaptiveCardRenderer.WriteAttachments(writer, card);
    });

    private static string Write(Action<Utf8JsonWriter> fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, AdaptiveCardRenderer.WriterOptions))
        {
            writer.WriteStartObject();
            fields(writer);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteHead(Utf8JsonWriter writer, string type, string id, DateTimeOffset at, string fromId, string? fromName, string role)
    {
        writer.WriteString("type", type);
        writer.WriteString("id", id);
        writer.WriteString("timestamp", at.UtcDateTime);
        writer.WriteStartObject("from");
        writer.WriteString("id", fromId);
        WriteIfAny(writer, "name", fromName);
        writer.WriteString("role", role);
        writer.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter writer, IReadOnlyList<PostedAttachment?> attachments)
    {
        writer.WriteStartArray("attachments");
        foreach (var attachment in attachments.Take(MostAttachments))
        {
            writer.WriteStartObject();
            writer.WriteString("contentType", "application/octet-stream");
            writer.WriteString("name", Cut(attachment?.Name) ?? "file");
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static string? Cut(string? text) => text?.Length > ConversationKey.LongestPart ? text[..ConversationKey.LongestPart] : text;

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? text)
    {
        if (text is not null)
            writer.WriteString(name, text);
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, JsonElement? element)
    {
        if (element is not { } some)
            return;
        writer.WritePropertyName(name);
        some.WriteTo(writer);
    }
}
