using Microsoft.Data.Sqlite;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    /// <summary>No platform delivers a message again after days, and no client reads on in a conversation of last month.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const string Outdated =
        """
        DELETE FROM seen WHERE at < @before;
        DELETE FROM transcript WHERE at < @before AND conversation NOT IN (SELECT conversation FROM transcript WHERE at >= @before);
        DELETE FROM unanswered_question WHERE at < @before;
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
            var before = Milliseconds.Of(time.GetUtcNow() - KeptFor);
            await Writer.RunAsync(statements => statements.Run(Outdated, ("@before", before)), cancel);
            await EmptyLogAsync();
        }
        catch (SqliteException fault)
        {
            log.HousekeepingFailed(fault.SqliteExtendedErrorCode);
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
