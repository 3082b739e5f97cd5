using TechLeakageBot.Core;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    private const string ChatsOf = "SELECT conversation, address FROM conversation WHERE channel = @channel AND person = @person ORDER BY at DESC LIMIT 5";

    public async Task<IReadOnlyList<(ConversationKey Key, string Address)>> OfAsync(ChatAccount account, CancellationToken cancel) => await ReadAsync(
        reader => reader.Rows(
            ChatsOf,
            row => (new ConversationKey(account.Channel, row.GetString(0), account.Person), row.GetString(1)),
            ("@channel", account.Channel),
            ("@person", account.Person)),
        cancel);
}
