using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    private readonly TempFolder folder = new();

    private string Database => folder.File("bot.db");

    private protected override IStore Make() =>
        new SqliteStore(SqliteFile.Of($"Data Source={Database}"), Retention.Default, Time, NullLogger<SqliteStore>.Instance);

    private protected override async Task<object?> SqlAsync(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Cancel);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_was_forgotten_is_in_none_of_the_files()
    {
        const string Secret = "図面をXY商事に送った";
        var key = Turn.Key();
        await Store.CommitAsync(Turn.Of(key, "m1", 0, Turn.Reply(Secret)), Cancel);
        Assert.Contains(Secret, Files());

        await Store.CommitAsync(Turn.Of(key, "m2", 1, new Effect.Forget()), Cancel);

        Assert.DoesNotContain(Secret, Files());
    }

    [Fact]
    public async Task It_is_durable_wipes_what_it_deletes_and_belongs_to_this_account()
    {
        Assert.Equal("wal", await SqlAsync("PRAGMA journal_mode"));
        using var writer = SqliteFile.Of($"Data Source={Database}").OpenWriter();
        Assert.Equal((2, 1, 1), (writer.Number("PRAGMA synchronous"), writer.Number("PRAGMA secure_delete"), writer.Number("PRAGMA foreign_keys")));
        if (OperatingSystem.IsWindows())
            return;
        foreach (var path in Directory.GetFiles(folder.Path))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public void Nothing_is_spilled_into_files_elsewhere()
    {
        const int Memory = 2;
        var file = SqliteFile.Of($"Data Source={Database}");
        using var writer = file.OpenWriter();
        using var reader = file.OpenReader();
        Assert.Equal((Memory, Memory), (writer.Number("PRAGMA temp_store"), reader.Number("PRAGMA temp_store")));
    }

    [Fact]
    public async Task A_crash_takes_nothing_that_was_committed()
    {
        Directory.CreateDirectory(folder.File("crashed"));
        var turns = 0;
        do
        {
            // The first sweep, which runs beside this, may empty the log once.
            await Store.CommitAsync(Turn.Of(Turn.Key(), $"m{turns + 1}", turns, Turn.Reply("a")), Cancel);
            turns++;
            foreach (var name in new[] { "bot.db", "bot.db-wal" })
                CopyAsItIs(folder.File(name), folder.File(Path.Combine("crashed", name)));
        }
        while (turns == 1 && new FileInfo(folder.File("crashed/bot.db-wal")).Length == 0);
        Assert.NotEqual(0, new FileInfo(folder.File("crashed/bot.db-wal")).Length);

        using var after = new SqliteStore(SqliteFile.Of($"Data Source={folder.File("crashed/bot.db")}"), Retention.Default, Time, NullLogger<SqliteStore>.Instance);
        await after.OpenAsync(Cancel);

        Assert.True((await after.LoadAsync(Turn.Key(), $"m{turns}", Cancel)).Seen);
        Assert.NotEmpty(await after.DueAsync(Time.GetUtcNow(), 10, Cancel));
    }

    [Fact]
    public async Task A_second_bot_on_the_same_database_is_refused()
    {
        var second = Make();
        var refusal = await Assert.ThrowsAsync<StorageUnusableException>(() => second.OpenAsync(Cancel));
        Assert.Contains(Database, refusal.Message, StringComparison.Ordinal);
        ((IDisposable)second).Dispose();
    }

    /// <summary>The bytes on the disk, while the store is open.</summary>
    private static void CopyAsItIs(string from, string to)
    {
        using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var target = File.Create(to);
        source.CopyTo(target);
    }

    private string Files()
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(folder.Path, "bot.db*").Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            all.Append(reader.ReadToEnd());
        }

        return all.ToString();
    }
}
