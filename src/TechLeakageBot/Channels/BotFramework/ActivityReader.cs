using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>What an activity says, in the bot's own words.</summary>
internal static class ActivityReader
{
    /// <summary>
    /// The name under which a person's joining is known: a channel tells of it in two activities at nearly the same time, and
    /// the greeting shall come once.
    /// </summary>
    private const string JoinedId = "joined";

    /// <summary>Null where the body is no JSON of an activity.</summary>
    public static Activity? Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];
        try
        {
            return JsonSerializer.Deserialize(body, BotFrameworkJson.Default.Activity);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What the person did; null for an activity that is none of the bot's business, such as typing.</summary>
    public static Said? SaidBy(Activity activity) => activity.Type switch
    {
        "message" => SaidInMessage(activity),
        "invoke" when activity.Name == Invokes.CardAction => SaidInValue(activity.Value.Field("action").Field("data")),
        "installationUpdate" when activity.Action == "add" => new Said.Joined(LanguageOf(activity)),
        "conversationUpdate" when NewPeople(activity).Any() => new Said.Joined(LanguageOf(activity)),
        _ => null,
    };

    /// <summary>Null where the activity does not tell who says it and where, or tells it in an impossible way.</summary>
    public static Incoming? IncomingOf(Activity activity, Said said, ReadOnlySpan<byte> body, DateTimeOffset at)
    {
        if (activity is not { ChannelId: { } channel, ServiceUrl: { } serviceUrl, Conversation.Id: { } conversation } || Person(activity) is not { Id: { } user } person)
            return null;
        var id = said is Said.Joined ? JoinedId : string.IsNullOrEmpty(activity.Id) ? DerivedId(conversation, body) : activity.Id;
        var key = new ConversationKey($"{Address.OwnKind}:{channel}", conversation, person.AadObjectId ?? user);
        var ids = new[] { key.Channel, conversation, user, key.Person, activity.Recipient?.Id ?? "bot", id };
        if (!ids.All(IsPossible))
            return null;
        var address = new Address(
            Address.OwnKind,
            serviceUrl,
            channel,
            conversation,
            activity.Recipient?.Id,
            user,
            activity.Locale is { Length: > 0 and <= 35 } locale ? locale : null,
            IsPossible(activity.Id) ? activity.Id : null,
            activity.Conversation.IsPersonal);
        return new Incoming(key, id, address.Encode(), said, at, activity.Conversation.IsPersonal);
    }

    public static Language LanguageOf(Activity activity) =>
        activity.Locale is { Length: > 0 } locale && !locale.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Japanese;

    /// <summary>Who acts: the sender, or the person added where the channel lets the bot itself tell of that.</summary>
    private static Account? Person(Activity activity) =>
        activity.From is { Id: not null } from && from.Id != activity.Recipient?.Id ? from : NewPeople(activity).FirstOrDefault();

    private static IEnumerable<Account> NewPeople(Activity activity) =>
        activity.MembersAdded?.Where(member => member?.Id is not null && member.Id != activity.Recipient?.Id) ?? [];

    private static Said SaidInMessage(Activity activity)
    {
        var clicked = SaidInValue(activity.Value);
        if (clicked is Said.Click)
            return clicked;
        var text = Mentions.WithoutBot(activity);
        if (!string.IsNullOrWhiteSpace(text))
            return new Said.Text(text);
        return activity.Value.IsNothing() && activity.Attachments.Items().Any(IsFile) ? new Said.Files() : new Said.Unknown();
    }

    private static Said SaidInValue(JsonElement value) =>
        value.Field(AdaptiveCardRenderer.ChoiceName).Text() is { } choice ? new Said.Click(choice) : new Said.Unknown();

    /// <summary>Teams attaches the words themselves once more, as HTML.</summary>
    private static bool IsFile(JsonElement attachment) => attachment.Field("contentType").Text() != "text/html";

    /// <summary>The same for the same bytes, so that a redelivery is known again.</summary>
    private static string DerivedId(string conversation, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(conversation));
        hash.AppendData([0]);
        hash.AppendData(body);
        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Whether an id can be stored and can stand in an address as one part of its path.</summary>
    private static bool IsPossible(string? id) =>
        id is { Length: > 0 and <= ConversationKey.LongestPart } and not ("." or "..") && !id.Any(char.IsControl);
}
