using System.Text.Json;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// What this bot needs of a Bot Framework activity. Fields whose shape differs between channels stay raw, so that an odd one
/// does not cost the message.
/// </summary>
internal sealed record Activity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    public string? ChannelId { get; init; }

    public string? ServiceUrl { get; init; }

    public Account? From { get; init; }

    public Account? Recipient { get; init; }

    public ConversationAccount? Conversation { get; init; }

    public string? Text { get; init; }

    public string? Locale { get; init; }

    public string? Name { get; init; }

    public string? Action { get; init; }

    public string? DeliveryMode { get; init; }

    public JsonElement Value { get; init; }

    public JsonElement Attachments { get; init; }

    public JsonElement Entities { get; init; }

    public JsonElement ChannelData { get; init; }

    public IReadOnlyList<Account>? MembersAdded { get; init; }

    /// <summary>The Microsoft 365 tenant that it comes from; null in channels that know none.</summary>
    public string? Tenant => ChannelData.Field("tenant").Field("id").Text();
}

/// <param name="AadObjectId">The person's id in the company's directory, the same in all conversations.</param>
internal sealed record Account(string? Id, string? AadObjectId = null);

/// <param name="ConversationType">A text in Teams, and missing in some channels.</param>
/// <param name="IsGroup">A flag; missing in some channels.</param>
internal sealed record ConversationAccount(string? Id, JsonElement ConversationType = default, JsonElement IsGroup = default)
{
    /// <summary>Only where the channel says so: what it leaves open counts as a group.</summary>
    public bool IsPersonal => ConversationType.IsNothing() ? IsGroup.ValueKind == JsonValueKind.False : ConversationType.Text() == "personal";
}
