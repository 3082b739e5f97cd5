using System.Text.Json;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Where an answer goes, as it is kept beside the conversation.</summary>
/// <param name="Kind">Always <see cref="OwnKind"/>; tells this road's addresses from those of others.</param>
/// <param name="ServiceUrl">The connector's base address, as the channel gave it.</param>
/// <param name="Conversation">The channel's id of the conversation.</param>
/// <param name="Bot">The bot's id in this channel.</param>
/// <param name="User">The person's id in this channel.</param>
/// <param name="ReplyToId">The activity that is answered.</param>
/// <param name="IsPersonal">Whether the channel said that only the person and the bot are in the conversation.</param>
internal sealed record Address(
    string Kind,
    string ServiceUrl,
    string ChannelId,
    string Conversation,
    string? Bot,
    string? User,
    string? Locale = null,
    string? ReplyToId = null,
    bool IsPersonal = false)
{
    public const string OwnKind = "botframework";

    public string Encode() => JsonSerializer.Serialize(this, BotFrameworkJson.Default.Address);

    /// <summary>Null for the address of another channel.</summary>
    public static Address? Decode(string encoded)
    {
        try
        {
            return JsonSerializer.Deserialize(encoded, BotFrameworkJson.Default.Address)
                is { Kind: OwnKind, ServiceUrl: not null, ChannelId: not null, Conversation: not null } address
                ? address
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
