using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    /// <summary>So many that the person's own chat is among them, however many groups were spoken in since.</summary>
    private const string ChatsOf =
        """
        SELECT c.conversation, c.address, p.profile FROM conversation AS c
        LEFT JOIN person AS p ON p.channel = c.channel AND p.person = c.person
        WHERE c.channel = @channel AND c.person = @person ORDER BY c.at DESC LIMIT 100
        """;

    public async Task<IReadOnlyList<OpenChat>> OfAsync(ChatAccount account, CancellationToken cancel) => await ReadAsync(
        reader => reader.Rows(
            ChatsOf,
            row => new OpenChat(
                new ConversationKey(account.Channel, row.GetString(0), account.Person),
                row.GetString(1),
                Read(TextOrNull(row, 2), Stored.Json.Profile, Profile.New, Profile.New, log.UnreadableProfile).Language),
            ("@channel", account.Channel),
            ("@person", account.Person)),
        cancel);
}
