using Microsoft.Data.Sqlite;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    /// <summary>Each kind has places of its own, so that those of a dead mail server hold up no chat and no reply, and no flood of replies an alert.</summary>
    private const string Due =
        $"""
        WITH due AS (
        SELECT o.id AS Id, o.channel AS Channel, o.conversation AS Conversation, o.person AS Person, c.address AS Address,
               o.kind AS Kind, o.payload AS Payload, o.created AS Created, o.attempts AS Attempts, o.lane AS Lane
        FROM outbox AS o
        LEFT JOIN conversation AS c ON c.channel = o.channel AND c.person = o.person AND c.conversation = o.conversation
        WHERE o.set_aside = 0 AND o.due <= @now
          AND NOT EXISTS (SELECT 1 FROM outbox AS e WHERE e.set_aside = 0 AND e.lane = o.lane AND e.id < o.id)
        )
        SELECT * FROM (SELECT * FROM due WHERE Kind = 'alert' AND Lane NOT GLOB '{OutboxRow.MailLane}*' ORDER BY Id LIMIT @most)
        UNION ALL
        SELECT * FROM (SELECT * FROM due WHERE Kind = 'alert' AND Lane GLOB '{OutboxRow.MailLane}*' ORDER BY Id LIMIT @most)
        UNION ALL
        SELECT * FROM (SELECT * FROM due WHERE Kind <> 'alert' ORDER BY Id LIMIT @most)
        ORDER BY Id
        """;

    private const string NextDue = "SELECT MIN(due) FROM outbox WHERE set_aside = 0 AND due > @after";
    private const string OldestAlert = "SELECT MIN(created) FROM outbox WHERE kind = 'alert'";
    private const string Waiting = "SELECT COUNT(*) FILTER (WHERE kind = 'alert'), COUNT(*) FILTER (WHERE kind <> 'alert') FROM outbox WHERE set_aside = 0";
    private const string Stuck = "SELECT id, kind, channel, created, attempts, error FROM outbox WHERE set_aside = 1 ORDER BY id DESC LIMIT 200";
    private const string Retry = "UPDATE outbox SET set_aside = 0, due = @now, error = NULL WHERE id = @id AND set_aside = 1";
    private const string Delivered = "DELETE FROM outbox WHERE id = @id";
    private const string PutOff = "UPDATE outbox SET due = @due, attempts = attempts + (@error IS NOT NULL), error = COALESCE(@error, error) WHERE id = @id";
    private const string SetAside = "UPDATE outbox SET set_aside = 1, error = @error WHERE id = @id";

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
        ReadTimeAsync(NextDue, cancel, ("@after", after.ToUnixTimeMilliseconds()));

    public Task<DateTimeOffset?> OldestAlertAsync(CancellationToken cancel) => ReadTimeAsync(OldestAlert, cancel);

    public Task DeliveredAsync(long id, CancellationToken cancel) =>
        Writer.RunAsync(statements => statements.Run(Delivered, ("@id", id)), cancel);

    public Task PutOffAsync(long id, DateTimeOffset due, string? error, CancellationToken cancel) =>
        Writer.RunAsync(statements => statements.Run(PutOff, ("@id", id), ("@due", Milliseconds.Of(due)), ("@error", error)), cancel);

    public Task SetAsideAsync(long id, string error, CancellationToken cancel) =>
        Writer.RunAsync(statements => statements.Run(SetAside, ("@id", id), ("@error", error)), cancel);

    public async Task<OutboxState> StateAsync(CancellationToken cancel)
    {
        var (alerts, others) = (await ReadAsync(reader => reader.Rows(Waiting, row => (row.GetInt64(0), row.GetInt64(1))), cancel))[0];
        var stuck = await ReadAsync(
            reader => reader.Rows(
                Stuck,
                row => new StuckRow(row.GetInt64(0), row.GetString(1), row.GetString(2), Milliseconds.Time(row.GetInt64(3)), row.GetInt32(4), TextOrNull(row, 5))),
            cancel);
        return new OutboxState(alerts, others, await OldestAlertAsync(cancel), stuck);
    }

    public Task<bool> RetryAsync(long id, CancellationToken cancel) =>
        Writer.RunAsync(statements => statements.Run(Retry, ("@id", id), ("@now", Milliseconds.Of(time.GetUtcNow()))) == 1, cancel);

    private Task<List<StoredRow>> ReadDueAsync(DateTimeOffset now, int most, CancellationToken cancel) =>
        ReadAsync(reader => reader.Rows(Due, StoredRow.Of, ("@now", now.ToUnixTimeMilliseconds()), ("@most", most)), cancel);

    private async Task<DateTimeOffset?> ReadTimeAsync(string sql, CancellationToken cancel, params (string Name, object? Value)[] values)
    {
        var found = await ReadAsync(reader => reader.Rows(sql, row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0), values), cancel);
        return found[0] is { } time ? Milliseconds.Time(time) : null;
    }

    private sealed record StoredRow(
        long Id, string Channel, string Conversation, string Person, string? Address, string Kind, string Payload, long Created, int Attempts, string Lane)
    {
        public static StoredRow Of(SqliteDataReader row) => new(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            TextOrNull(row, 4),
            row.GetString(5),
            row.GetString(6),
            row.GetInt64(7),
            row.GetInt32(8),
            row.GetString(9));

        public OutboxRow With(Effect effect) =>
            new(Id, new ConversationKey(Channel, Conversation, Person), Address ?? "", effect, Milliseconds.Time(Created), Attempts, Lane);
    }
}
