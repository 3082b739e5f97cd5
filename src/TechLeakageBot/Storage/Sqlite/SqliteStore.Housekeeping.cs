using Microsoft.Data.Sqlite;
using TechLeakageBot.Audit;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    private const string Outdated =
        """
        DELETE FROM seen WHERE at < @before;
        DELETE FROM transcript WHERE at < @before AND conversation NOT IN (SELECT conversation FROM transcript WHERE at >= @before);
        DELETE FROM unanswered_question WHERE at < @before;
        """;

    private const string Silent =
        """
        DELETE FROM conversation WHERE at < @before;
        DELETE FROM person WHERE NOT EXISTS (SELECT 1 FROM conversation AS c WHERE c.channel = person.channel AND c.person = person.person);
        UPDATE check_answer SET channel = '', person = id
            WHERE channel <> '' AND NOT EXISTS (SELECT 1 FROM conversation AS c WHERE c.channel = check_answer.channel AND c.person = check_answer.person);
        """;

    private const string LongClosed = "SELECT number FROM incident WHERE closed < @before ORDER BY number";

    private const string Purge =
        """
        DELETE FROM incident_event WHERE number = @number;
        DELETE FROM incident_contact WHERE number = @number;
        DELETE FROM incident WHERE number = @number;
        DELETE FROM outbox WHERE kind IN ('alert', 'tell') AND json_valid(payload) AND json_extract(payload, '$.number') = @number;
        """;

    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private async Task KeepHouseAsync(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await SweepAsync(cancel);
            }
            while (await timer.WaitForNextTickAsync(cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The store is closing.
        }
    }

    private async Task SweepAsync(CancellationToken cancel)
    {
        try
        {
            var now = time.GetUtcNow();
            await Writer.RunAsync(
                statements =>
                {
                    statements.Run(Outdated, ("@before", Milliseconds.Of(now - retention.Questions)));
                    statements.Run(Silent, ("@before", Milliseconds.Of(now - retention.Conversations)));
                    PurgeIncidents(statements, now);
                    return true;
                },
                cancel);
            await EmptyLogAsync();
        }
        catch (SqliteException fault)
        {
            log.HousekeepingFailed(fault.SqliteExtendedErrorCode);
        }
    }

    /// <summary>The audit keeps that there was an incident; of its words nothing stays.</summary>
    private void PurgeIncidents(SqliteStatements statements, DateTimeOffset now)
    {
        foreach (var number in statements.Rows(LongClosed, row => row.GetString(0), ("@before", Milliseconds.Of(now - retention.Incidents))))
        {
            SqliteIncidentWrite.Append(statements, now, Audited.Purged, number, @event: null, "clock", digest: null);
            statements.Run(Purge, ("@number", number));
        }
    }

    /// <summary>
    /// Moves the write-ahead log into the database and cuts it to nothing: <c>secure_delete</c> wipes the database's pages, but the
    /// log would keep their former content until it is written over.
    /// </summary>
    private async Task EmptyLogAsync()
    {
        try
        {
            var busy = await Writer.RunAloneAsync(statements => statements.Number("PRAGMA wal_checkpoint(TRUNCATE)"), CancellationToken.None);
            if (busy != 0)
                log.LogNotEmptied(SQLitePCL.raw.SQLITE_BUSY);
        }
        catch (SqliteException fault)
        {
            log.LogNotEmptied(fault.SqliteExtendedErrorCode);
        }
    }
}
