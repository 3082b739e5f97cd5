using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Hosting;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

public sealed class SqliteUnusableTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string Database => folder.File("bot.db");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_untouched()
    {
        await File.WriteAllTextAsync(Database, "my thesis, the only copy", Cancel);
        await RefusesAsync("not a SQLite database");
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_untouched()
    {
        Sql("PRAGMA journal_mode = WAL; CREATE TABLE photos (id INTEGER PRIMARY KEY)");
        await RefusesAsync("another program");
    }

    [Fact]
    public async Task A_database_from_the_future_is_refused_untouched()
    {
        await MakeAsync();
        Sql("PRAGMA user_version = 999");
        await RefusesAsync("newer TechLeakageBot");
    }

    [Fact]
    public async Task A_damaged_database_is_refused_untouched()
    {
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Database, Cancel);
        bytes.AsSpan(4096 * 2, 4096 * 3).Fill(0xAB);
        await File.WriteAllBytesAsync(Database, bytes, Cancel);
        await RefusesAsync("damaged");
    }

    [Theory]
    [InlineData(50)]
    [InlineData(5000)]
    public async Task A_database_cut_off_is_refused_untouched(int length)
    {
        await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(Database, Cancel);
        await File.WriteAllBytesAsync(Database, bytes[..length], Cancel);
        await RefusesAsync("damaged");
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused()
    {
        Directory.CreateDirectory(Database);
        var refusal = await Assert.ThrowsAsync<StorageUnusableException>(MakeAsync);
        Assert.Contains(Database, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_refused()
    {
        await File.WriteAllTextAsync(folder.File("data"), "", Cancel);
        using var store = Store(Path.Combine("data", "bot.db"));
        await Assert.ThrowsAsync<StorageUnusableException>(() => store.OpenAsync(Cancel));
    }

    [Fact]
    public async Task An_empty_file_and_a_missing_folder_are_made_a_database()
    {
        await File.WriteAllBytesAsync(Database, [], Cancel);
        await MakeAsync();
        using var store = Store(Path.Combine("a", "b", "bot.db"));
        await store.OpenAsync(Cancel);
        Assert.True(File.Exists(folder.File("a/b/bot.db")));
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Data Source=")]
    [InlineData("Data Source=file:bot.db?mode=memory")]
    [InlineData("Data Source=bot.db;Password=x")]
    [InlineData("Host=localhost")]
    [InlineData("nonsense")]
    public void A_connection_string_that_is_more_or_less_than_a_file_is_refused(string connectionString)
    {
        var refusal = Assert.Throws<SettingsException>(() => SqliteFile.Of(connectionString));
        Assert.StartsWith("Storage:ConnectionString", refusal.Message, StringComparison.Ordinal);
    }

    private async Task RefusesAsync(string why)
    {
        var before = SHA256.HashData(await File.ReadAllBytesAsync(Database, Cancel));

        var refusal = await Assert.ThrowsAsync<StorageUnusableException>(MakeAsync);

        Assert.Contains(Database, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(Database, Cancel)));
    }

    private async Task MakeAsync()
    {
        using var store = Store("bot.db");
        await store.OpenAsync(Cancel);
    }

    private SqliteStore Store(string name) =>
        new(SqliteFile.Of($"Data Source={folder.File(name)}"), Retention.Default, TimeProvider.System, NullLogger<SqliteStore>.Instance);

    private void Sql(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        connection.Run(sql);
    }
}
