using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Tests.Storage;

/// <summary>A database that the first released version wrote, opened by this one.</summary>
public sealed class SqliteUpgradeTests : IDisposable
{
    private const string Alert =
        """{"effect":"alert","severity":"Serious","reasons":["Out","State"],"topic":"people-sns","siteId":"osaka","bureauId":null,"summary":"図面を送った","language":"Japanese"}""";

    private const string Reply = """{"effect":"reply","card":{"language":"Japanese","blocks":[{"block":"paragraph","text":"返事"}],"buttons":[]}}""";

    private static readonly DateTimeOffset Written = new(2025, 12, 31, 16, 0, 0, TimeSpan.Zero);

    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(Written.AddDays(1));

    private SqliteFile Database => SqliteFile.Of($"Data Source={folder.File("bot.db")}");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_alert_that_waited_becomes_an_incident_and_reaches_the_officer()
    {
        WriteFormer(Row(1, "alert", Alert));
        using var store = await OpenAsync();

        var incident = await store.FindAsync("TL-2026-0001", Cancel);

        Assert.NotNull(incident);
        Assert.Equal((Severity.Serious, "people-sns", "osaka", "図面を送った", null), (incident.Level, incident.Topic, incident.SiteId, incident.Summary, incident.Reporter));
        Assert.Equal([Reason.Out, Reason.State], incident.Reasons);
        Assert.Equal(Written, incident.OpenedAt);
        var due = await store.DueAsync(time.GetUtcNow(), 10, Cancel);
        Assert.Equal([Road.Chat, Road.Mail], due.Select(row => ((Effect.Alert)row.Effect).Road));
        Assert.All(due, row => Assert.Equal(Written, row.Created));
        Assert.Equal(Written, await store.OldestAlertAsync(Cancel));
        Assert.Empty(SqliteAudit.Verify(Database, []).Faults);
    }

    [Fact]
    public async Task Nobody_is_joined_to_it()
    {
        WriteFormer(Row(1, "alert", Alert));
        using var store = await OpenAsync();
        Assert.DoesNotContain(RawDatabase.Dump(Database), found => found.Row.Contains("tanaka", StringComparison.Ordinal) && found.Table is not ("seen" or "conversation" or "person"));
    }

    [Fact]
    public async Task One_that_was_set_aside_reached_nobody_and_is_tried_anew()
    {
        WriteFormer($"{Row(1, "alert", Alert)}; UPDATE outbox SET set_aside = 1, attempts = 3, error = 'refused'");
        using var store = await OpenAsync();
        Assert.Equal(2, (await store.DueAsync(time.GetUtcNow(), 10, Cancel)).Count);
        Assert.Empty((await store.StateAsync(Cancel)).SetAside);
    }

    [Fact]
    public async Task Each_becomes_one_incident_once_however_often_it_is_opened()
    {
        WriteFormer($"{Row(1, "alert", Alert)}; {Row(2, "alert", Alert)}");
        (await OpenAsync()).Dispose();
        using var store = await OpenAsync();
        Assert.Equal(["TL-2026-0002", "TL-2026-0001"], (await store.ListAsync(Cancel)).Select(line => line.Number));
        Assert.Equal("TL-2026-0003", await store.NextNumberAsync(2026, Cancel));
    }

    [Theory]
    [InlineData("""{"effect":"alert","severity":"Serious"}""")]
    [InlineData("{")]
    public async Task One_that_cannot_be_read_stays_and_counts_as_waiting(string payload)
    {
        WriteFormer(Row(1, "alert", payload));
        using var store = await OpenAsync();
        Assert.Empty(await store.DueAsync(time.GetUtcNow(), 10, Cancel));
        Assert.Single((await store.StateAsync(Cancel)).SetAside);
        Assert.Equal(Written, await store.OldestAlertAsync(Cancel));
    }

    [Fact]
    public async Task Replies_go_on_in_their_order_and_the_rest_is_there()
    {
        WriteFormer(
            $"""
            {Row(1, "reply", Reply)}; {Row(2, "reply", Reply)};
            INSERT INTO seen VALUES ('directline', 'c', 'tanaka', 'm1', {Written.ToUnixTimeMilliseconds()});
            INSERT INTO conversation VALUES ('directline', 'tanaka', 'c', 4, '', 'address', {Written.ToUnixTimeMilliseconds()});
            INSERT INTO unanswered_question (at, language, question, offered) VALUES ({Written.ToUnixTimeMilliseconds()}, 'Japanese', 'q', '[]');
            INSERT INTO transcript VALUES ('c', 1, 'a', 'json', {Written.ToUnixTimeMilliseconds()});
            INSERT INTO signing_key VALUES ('tokens', x'00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff');
            INSERT INTO audit (at, what, conversation) VALUES (1, 'reply', x'01')
            """);
        using var store = await OpenAsync();

        var first = Assert.Single(await store.DueAsync(time.GetUtcNow(), 10, Cancel));
        Assert.Equal((1, "address"), (first.Id, first.Address));
        await store.DeliveredAsync(1, Cancel);
        Assert.Equal(2, Assert.Single(await store.DueAsync(time.GetUtcNow(), 10, Cancel)).Id);
        var remembered = await store.LoadAsync(new("directline", "c", "tanaka"), "m1", Cancel);
        Assert.Equal((true, 4), (remembered.Seen, remembered.Version));
        Assert.Equal(0x11, (await store.KeyAsync("tokens", Cancel))[1]);
        Assert.Single(await store.AfterAsync("c", 0, 10, Cancel));
        Assert.DoesNotContain("audit", RawDatabase.Dump(Database).Select(row => row.Table));
    }

    private static string Row(long id, string kind, string payload) =>
        $"""
        INSERT INTO outbox (id, channel, person, conversation, kind, payload, created, due)
            VALUES ({id}, 'directline', 'tanaka', 'c', '{kind}', '{payload}', {Written.ToUnixTimeMilliseconds()}, {Written.ToUnixTimeMilliseconds()})
        """;

    private void WriteFormer(string rows)
    {
        using var script = new StreamReader(typeof(SqliteSchema).Assembly.GetManifestResourceStream("Schema/001-first.sql")!);
        RawDatabase.Run(
            Database, $"PRAGMA journal_mode = WAL; {script.ReadToEnd()}\nPRAGMA application_id = {SqliteSchema.ApplicationId}; PRAGMA user_version = 1; {rows}");
    }

    private async Task<SqliteStore> OpenAsync()
    {
        var store = new SqliteStore(Database, Retention.Default, time, NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        return store;
    }
}
