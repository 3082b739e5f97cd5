using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Training;

namespace TechLeakageBot.Tests.Storage;

public sealed class SqliteTraineeTests : TraineeContract
{
    private readonly TempFolder folder = new();

    private protected override async Task<ITrainees> OpenAsync()
    {
        var store = new SqliteStore(SqliteFile.Of($"Data Source={folder.File("bot.db")}"), Retention.Default, new FakeTimeProvider(Reported.At), NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        return store;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
