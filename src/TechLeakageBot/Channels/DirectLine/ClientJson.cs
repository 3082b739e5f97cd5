using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>An activity as a client posts it: only what the bot reads. Anything may stand in it.</summary>
internal sealed record PostedActivity(
    string? Type,
    string? Text,
    string? Name,
    PostedAccount? From,
    JsonElement? Value,
    JsonElement? ChannelData,
    IReadOnlyList<PostedAttachment?>? Attachments)
{
    /// <summary>The client's own id of the activity, the same when it is sent again; null where it gives none.</summary>
    public string? ClientId => StringIn(ChannelData, "clientActivityID") is { Length: > 0 } id ? id : null;

    /// <summary>What a click on a card's button carries; null where it is none of the bot's buttons.</summary>
    public string? Choice => StringIn(Value, Rendering.AdaptiveCardRenderer.ChoiceName);

    private static string? StringIn(JsonElement? element, string property) =>
        element is { ValueKind: JsonValueKind.Object } some && some.TryGetProperty(property, out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()
            : null;
}

internal sealed record PostedAccount(string? Id, string? Name);

internal sealed record PostedAttachment(string? Name);

/// <summary>The body of a start of a conversation or of a request for a token.</summary>
internal sealed record StartRequest(PostedAccount? User, string? Locale);

/// <param name="ExpiresIn">Seconds.</param>
/// <param name="StreamUrl">The socket's address with its credential; null in the answer to a request for a token.</param>
internal sealed record TokenAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

internal sealed record PostedAnswer(string Id);

[JsonSerializable(typeof(PostedActivity))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(TokenAnswer))]
[JsonSerializable(typeof(PostedAnswer))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class ClientJson : JsonSerializerContext;
