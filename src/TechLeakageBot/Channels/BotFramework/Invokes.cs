using System.Text.Json;
using TechLeakageBot.Core;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Answers to invokes, which a client waits for, unlike those to messages.</summary>
internal static class Invokes
{
    /// <summary>The invoke of an Action.Execute.</summary>
    public const string CardAction = "adaptiveCard/action";

    private static readonly Bilingual Received = new("受け付けました。", "Received.");

    /// <summary>The card's answer itself comes as a message of its own; this one is shown for a moment.</summary>
    public static void WriteReceived(Utf8JsonWriter writer, Language language)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", StatusCodes.Status200OK);
        writer.WriteString("type", "application/vnd.microsoft.activity.message");
        writer.WriteString("value", Received.In(language));
        writer.WriteEndObject();
    }

    public static void WriteNotImplemented(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteNumber("statusCode", StatusCodes.Status501NotImplemented);
        writer.WriteString("type", "application/vnd.microsoft.error");
        writer.WriteStartObject("value");
        writer.WriteString("code", "NotImplemented");
        writer.WriteString("message", "This bot answers messages and its own buttons only.");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
