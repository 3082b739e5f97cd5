using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Storage;

public sealed class SqliteIncidentTests : IncidentContract
{
    private readonly TempFolder folder = new();

    private protected override async Task<IIncidents> OpenAsync()
    {
        var store = new SqliteStore(SqliteFile.Of($"Data Source={folder.File("bot.db")}"), Retention.Default, new FakeTimeProvider(Reported.At), NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        return store;
    }

    [Fact]
    public async Task Of_a_purged_incident_no_byte_is_left_in_the_file_or_its_log()
    {
        using var other = new TempFolder();
        var (file, time) = (SqliteFile.Of($"Data Source={other.File("purge.db")}"), new FakeTimeProvider(Reported.At));
        using var store = new SqliteStore(file, Retention.Default, time, NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        const string Words = "zzPurgedSummaryzz";
        const string Kept = "zzKeptSummaryzz";
        var company = Company.Unknown;
        IncidentEvent[] told = [Reported.Opened(Words), new IncidentEvent.Noted("zzPurgedNotezz"), new IncidentEvent.Closed(Outcome.Leak, "zzPurgedMeasureszz")];
        await WriteAsync(store, "TL-2026-0001", told, company);
        await WriteAsync(store, "TL-2026-0002", [Reported.Opened(Kept)], company);
        Assert.All([Words, "zzPurgedNotezz", "zzPurgedMeasureszz", Kept], words => Assert.Contains(words, RawDatabase.Bytes(file), StringComparison.Ordinal));

        while (await store.FindAsync("TL-2026-0001", Cancel) is not null || RawDatabase.Bytes(file).Contains("zzPurged", StringComparison.Ordinal))
        {
            time.Advance(TimeSpan.FromDays(30));
            await Task.Delay(20, Cancel);
        }

        Assert.Contains(Kept, RawDatabase.Bytes(file), StringComparison.Ordinal);
        Assert.NotNull(await store.FindAsync("TL-2026-0002", Cancel));
        Assert.Empty(SqliteAudit.Verify(file, []).Faults);
    }

    private static async Task WriteAsync(SqliteStore store, string number, IEnumerable<IncidentEvent> told, Company company)
    {
        Recorded[] events = [.. told.Select((happened, at) => new Recorded(at + 1, Reported.At, new Actor.TheReporter(), happened))];
        Assert.True(await store.CommitAsync(IncidentChange.Of(number, before: null, events, company), Reported.At, Cancel));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }
}
