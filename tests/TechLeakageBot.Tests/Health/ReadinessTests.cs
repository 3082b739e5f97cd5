using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Delivery;
using TechLeakageBot.Tests.DirectLine;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Health;

public class ReadinessTests
{
    /// <summary>Nothing listens on the port of this mail server.</summary>
    private static readonly string[] Mail = ["--Mail:Host=127.0.0.1", "--Mail:Port=1", "--Mail:Security=None", "--Mail:From=bot@example.co.jp"];

    private static readonly string[] Remote =
    [
        "--BotFramework:AppId=11111111-1111-1111-1111-111111111111", "--BotFramework:TenantId=22222222-2222-2222-2222-222222222222", "--BotFramework:ClientSecret=secret",
    ];

    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Local_mode_is_ready_without_mail()
    {
        await using var host = await DirectLineHost.StartAsync(time);
        Assert.Equal((200, """{"ready":true,"problems":[]}"""), await AskAsync(host));
    }

    [Fact]
    public async Task In_local_mode_without_mail_a_waiting_alert_is_a_note()
    {
        await using var host = await DirectLineHost.StartAsync(time);
        await AlertAsync(host);
        time.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal((200, """{"ready":true,"problems":[],"notes":["An alert waits: without Mail:Host alerts go out by chat only, once an officer has written to the bot."]}"""), await AskAsync(host));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_alert_that_waits_too_long_is_a_problem(bool local)
    {
        await using var host = await DirectLineHost.StartAsync(time, local ? Mail : [.. Mail, .. Remote]);
        Assert.Equal((200, """{"ready":true,"problems":[]}"""), await AskAsync(host));
        await AlertAsync(host);
        time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(200, (await AskAsync(host)).Status);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((503, """{"ready":false,"problems":["An alert has waited longer than 5 minutes; the log says why."]}"""), await AskAsync(host));
    }

    [Fact]
    public async Task Outside_local_mode_a_road_for_alerts_is_a_must()
    {
        await using var host = await DirectLineHost.StartAsync(time, Remote);
        Assert.Equal((503, """{"ready":false,"problems":["Alerts have no road to the officer: set Mail:Host and Mail:From."]}"""), await AskAsync(host));
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_a_problem()
    {
        await using var host = await DirectLineHost.StartWithAsync(
            builder => builder.Services.AddSingleton<IOutbox>(services => new FaultyOutbox(services.GetRequiredService<SqliteStore>()) { Faults = int.MaxValue }), time);
        Assert.Equal((503, """{"ready":false,"problems":["The store does not answer."]}"""), await AskAsync(host));
    }

    private async Task AlertAsync(DirectLineHost host) =>
        Assert.True(await host.Services.GetRequiredService<IIncidents>().CommitAsync(Reported.Change(), time.GetUtcNow(), Cancel));

    private static async Task<(int Status, string Body)> AskAsync(DirectLineHost host)
    {
        using var response = await host.Client.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancel);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(Cancel));
    }
}
