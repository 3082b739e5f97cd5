using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Tests.Incidents;

/// <summary>A real store that holds one incident.</summary>
internal sealed class ReportedStore : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly SqliteStore store;

    public ReportedStore(IncidentEvent.Opened opened)
    {
        store = new SqliteStore(SqliteFile.Of($"Data Source={folder.File("bot.db")}"), Retention.Default, TimeProvider.System, NullLogger<SqliteStore>.Instance);
        store.OpenAsync(CancellationToken.None).GetAwaiter().GetResult();
        Assert.True(store.CommitAsync(Reported.Change(opened: opened), Reported.At, CancellationToken.None).GetAwaiter().GetResult());
    }

    public IIncidents Incidents => store;

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
