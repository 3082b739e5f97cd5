using Microsoft.Data.Sqlite;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Tests.Storage;

public sealed class SqliteWriterTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");
    private readonly ManualResetEventSlim gate = new();
    private readonly SqliteWriter writer;
    private readonly Task first;

    /// <summary>The writer is busy with a first write until the gate opens, so that all that follows becomes one group.</summary>
    public SqliteWriterTests()
    {
        connection.Open();
        connection.Run("PRAGMA foreign_keys = ON; CREATE TABLE parent (id INTEGER PRIMARY KEY); "
            + "CREATE TABLE row (n INTEGER UNIQUE, parent INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)");
        writer = new SqliteWriter(connection);
        first = writer.RunAsync(_ => gate.Wait(TimeSpan.FromMinutes(1)), CancellationToken.None);
    }

    public void Dispose()
    {
        gate.Set();
        writer.Dispose();
        gate.Dispose();
    }

    [Fact]
    public async Task One_that_fails_is_undone_alone()
    {
        var good = InsertAsync("(1, NULL)");
        var bad = InsertAsync("(2, NULL), (1, NULL)");
        var alsoGood = InsertAsync("(3, NULL)");
        gate.Set();

        await Task.WhenAll(first, good, alsoGood);
        await Assert.ThrowsAsync<SqliteException>(() => bad);
        Assert.Equal("1,3", await RowsAsync());
    }

    [Fact]
    public async Task One_that_fails_alone_is_undone_and_fails_no_later_one()
    {
        gate.Set();
        await first;

        await Assert.ThrowsAsync<SqliteException>(() => InsertAsync("(2, NULL), (2, NULL)"));
        await Assert.ThrowsAsync<SqliteException>(() => InsertAsync("(2, 99)"));
        await InsertAsync("(3, NULL)");
        Assert.Equal("3", await RowsAsync());
    }

    [Fact]
    public async Task All_that_waits_is_one_commit()
    {
        var commits = 0;
        SQLitePCL.raw.sqlite3_commit_hook(
            connection.Handle,
            _ =>
            {
                commits++;
                return 0;
            },
            null);
        var inserts = Enumerable.Range(0, 16).Select(n => InsertAsync($"({n}, NULL)")).ToArray();
        gate.Set();

        await Task.WhenAll([first, .. inserts]);
        const int OfTheFirstAndOfTheGroup = 2;
        Assert.InRange(commits, 1, OfTheFirstAndOfTheGroup);
    }

    [Fact]
    public async Task A_commit_that_fails_fails_all_of_its_group_and_no_later_one()
    {
        var good = InsertAsync("(1, NULL)");
        var poison = InsertAsync("(2, 99)");
        gate.Set();

        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => poison);
        await InsertAsync("(4, NULL)");
        Assert.Equal("4", await RowsAsync());
    }

    [Fact]
    public async Task One_that_ends_the_transaction_by_itself_lets_nobody_believe_in_it()
    {
        var good = InsertAsync("(1, NULL)");
        var rollback = writer.RunAsync(c => c.Number("INSERT OR ROLLBACK INTO row VALUES (1, NULL) RETURNING 1"), CancellationToken.None);
        gate.Set();

        await Assert.ThrowsAsync<SqliteException>(() => good);
        await Assert.ThrowsAsync<SqliteException>(() => rollback);
        await InsertAsync("(4, NULL)");
        Assert.Equal("4", await RowsAsync());
    }

    [Fact]
    public async Task What_waits_at_the_end_is_still_written()
    {
        var last = InsertAsync("(1, NULL)");
        gate.Set();
        writer.Dispose();
        await last;
    }

    private Task<bool> InsertAsync(string values) => writer.RunAsync(
        c =>
        {
            c.Run($"INSERT INTO row (n, parent) VALUES {values}");
            return true;
        },
        CancellationToken.None);

    private Task<string> RowsAsync() => writer.RunAsync(c => c.Word("SELECT GROUP_CONCAT(n) FROM row"), CancellationToken.None);
}
