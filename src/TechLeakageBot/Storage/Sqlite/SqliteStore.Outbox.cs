using Dapper;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    private const string Due =
        """
        SELECT o.id AS Id, o.channel AS Channel, o.conversation AS Conversation, o.person AS Person, c.address AS Address,
               o.kind AS Kind, o.payload AS Payload, o.created AS Created, o.attempts AS Attempts
        FROM outbox AS o
        LEFT JOIN conversation AS c ON c.channel = o.channel AND c.person = o.person AND c.conversation = o.conversation
        WHERE o.set_aside = 0 AND o.due <= @now
          AND (o.kind = 'alert' OR NOT EXISTS (
              SELECT 1 FROM outbox AS e
              WHERE e.set_aside = 0 AND e.kind <> 'alert'
                AND e.channel = o.channel AND e.person = o.person AND e.conversation = o.conversation AND e.id < o.id))
        ORDER BY o.id LIMIT @most
        """;

    public async Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        while (true)
        {
            var stored = await ReadDueAsync(now, most, cancel);
            List<OutboxRow> rows = [];
            foreach (var row in stored)
            {
                if (Stored.Read(row.Payload, Stored.Json.Effect, out var fault) is { } effect)
                {
                    rows.Add(row.With(effect));
                    continue;
                }

                log.UnreadableEffect(row.Id, row.Kind, fault);
                await SetAsideAsync(row.Id, $"unreadable: {fault}", cancel);
            }

            // What was set aside may have stood before others.
            if (rows.Count == stored.Count)
                return rows;
        }
    }

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancel) =>
        ReadTimeAsync("SELECT MIN(due) FROM outbox WHERE set_aside = 0 AND due > @after", new { after = after.ToUnixTimeMilliseconds() }, cancel);

    public Task<DateTimeOffset?> OldestAlertAsync(CancellationToken cancel) =>
        ReadTimeAsync("SELECT MIN(created) FROM outbox WHERE set_aside = 0 AND kind = 'alert'", values: null, cancel);

    public Task DeliveredAsync(long id, CancellationToken cancel) => ChangeAsync("DELETE FROM outbox WHERE id = @id", new { id }, cancel);

    public Task PutOffAsync(long id, DateTimeOffset due, string? error, CancellationToken cancel) => ChangeAsync(
        "UPDATE outbox SET due = @due, attempts = attempts + (@error IS NOT NULL), error = COALESCE(@error, error) WHERE id = @id",
        new { id, due = Milliseconds.Of(due), error },
        cancel);

    public Task SetAsideAsync(long id, string error, CancellationToken cancel) =>
        ChangeAsync("UPDATE outbox SET set_aside = 1, error = @error WHERE id = @id", new { id, error }, cancel);

    private async Task<IReadOnlyList<StoredRow>> ReadDueAsync(DateTimeOffset now, int most, CancellationToken cancel)
    {
        using var connection = file.OpenReader();
        return (await connection.QueryAsync<StoredRow>(
            new CommandDefinition(Due, new { now = now.ToUnixTimeMilliseconds(), most }, cancellationToken: cancel))).AsList();
    }

    private async Task<DateTimeOffset?> ReadTimeAsync(string sql, object? values, CancellationToken cancel)
    {
        using var connection = file.OpenReader();
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(sql, values, cancellationToken: cancel)) is { } found ? Milliseconds.Time(found) : null;
    }

    private Task<int> ChangeAsync(string sql, object values, CancellationToken cancel) =>
        Writer.RunAsync(connection => connection.Execute(sql, values), cancel);

    private sealed record StoredRow(
        long Id, string Channel, string Conversation, string Person, string? Address, string Kind, string Payload, long Created, long Attempts)
    {
        public OutboxRow With(Effect effect) =>
            new(Id, new ConversationKey(Channel, Conversation, Person), Address ?? "", effect, Milliseconds.Time(Created), (int)Attempts);
    }
}
