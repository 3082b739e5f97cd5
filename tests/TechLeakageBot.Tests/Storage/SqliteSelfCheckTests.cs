using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Storage;

public sealed class SqliteSelfCheckTests : SelfCheckContract
{
    private readonly TempFolder folder = new();

    private SqliteFile Database => SqliteFile.Of($"Data Source={folder.File("bot.db")}");

    private protected override async Task<ISelfChecks> OpenAsync()
    {
        var store = new SqliteStore(Database, Retention.Default, new FakeTimeProvider(Reported.At), NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        return store;
    }

    private protected override Task<ISelfChecks> ReopenAsync() => OpenAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData("UPDATE check_round SET closed = NULL")]
    [InlineData("DELETE FROM check_round")]
    [InlineData("UPDATE check_answer SET answer = 'Yes'")]
    [InlineData("DELETE FROM check_answer")]
    [InlineData("INSERT INTO check_answer (round, item, channel, person, answer, note, link, at) VALUES (1, 'x', '', '', 'Yes', '', '', 0)")]
    [InlineData("DELETE FROM check_settlement")]
    public async Task A_closed_round_cannot_be_changed_behind_the_stores_back(string sql)
    {
        await Store.CommitAsync(Turn.Of(Turn.Key(), "m1", 0, new Core.Dialogs.Effect.Check(1, "item", Core.SelfCheck.CheckAnswer.No, "", "")), Cancel);
        await Checks.SettleAsync(1, new Core.SelfCheck.Settlement(0, "item", null, "", "", "", "officer", Reported.At), Cancel);
        await Checks.CloseRoundAsync(1, Cancel);
        Assert.Throws<SqliteException>(() => RawDatabase.Run(Database, sql));
    }

    [Fact]
    public async Task A_closed_round_names_nobody_in_any_file()
    {
        await Store.CommitAsync(Turn.Of(Turn.Key(person: "zzTanakazz"), "m1", 0, new Core.Dialogs.Effect.Check(1, "item", Core.SelfCheck.CheckAnswer.No, "", "")), Cancel);
        await Checks.CloseRoundAsync(1, Cancel);
        Assert.DoesNotContain(RawDatabase.Dump(Database), found => found.Table == "check_answer" && found.Row.Contains("zzTanakazz", StringComparison.Ordinal));
    }
}
