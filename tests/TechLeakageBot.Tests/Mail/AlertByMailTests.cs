using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.DirectLine;

namespace TechLeakageBot.Tests.Mail;

/// <summary>The whole bot: from what a person writes to the mail that the officer reads.</summary>
public sealed class AlertByMailTests : IAsyncDisposable
{
    private const string Words = "LinkedInで知り合った人に、未公開の図面XY-77を送ってしまいました。浜松の工場です。";
    private const int MostLooks = 3_000;

    private readonly KeptLog log = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain(log.Lines, line => line.Text.Contains("XY-77", StringComparison.Ordinal) || line.Text.Contains("図面", StringComparison.Ordinal));
        log.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_serious_message_reaches_the_officer_by_mail()
    {
        await using var server = new FakeSmtp();
        await using var host = await StartAsync(server.Port);
        await SayAsync(host);

        await UntilSentAsync(host);

        var taken = Assert.Single(server.Mails);
        Assert.Equal("tech-protection@example.co.jp", Assert.Single(taken.Recipients));
        var mail = taken.Read();
        Assert.Equal($"【重大】TL-{DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(9)).Year}-0001 技術流出に関する報告", mail.Subject);
        Assert.Contains($"> {Words}", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("関東経済産業局", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("拠点: 浜松工場", mail.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_that_was_down_gets_the_alert_once_when_it_is_back()
    {
        var server = new FakeSmtp();
        var port = server.Port;
        await server.DisposeAsync();
        await using var host = await StartAsync(port);
        await SayAsync(host);
        await UntilAsync(() => log.Lines.Any(line => line.Text.Contains("could not be reached", StringComparison.Ordinal)));
        Assert.NotNull(await host.Services.GetRequiredService<IOutbox>().OldestAlertAsync(Cancel));

        await using var back = new FakeSmtp(port);
        await UntilSentAsync(host);

        Assert.Contains($"> {Words}", Assert.Single(back.Mails).Read().TextBody, StringComparison.Ordinal);
    }

    private Task<DirectLineHost> StartAsync(int port) => DirectLineHost.StartWithAsync(
        builder => builder.Logging.ClearProviders().AddProvider(log),
        null,
        "--Logging:LogLevel:Default=Trace",
        "--Mail:Host=127.0.0.1",
        $"--Mail:Port={port}",
        "--Mail:Security=None",
        "--Mail:From=bot@example.co.jp");

    private static async Task SayAsync(DirectLineHost host)
    {
        var line = await host.OpenAsync();
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = Words })).Status);
        await host.ReadAsync(line, least: 2);
    }

    private static Task UntilSentAsync(DirectLineHost host) =>
        UntilAsync(async () => await host.Services.GetRequiredService<IOutbox>().OldestAlertAsync(Cancel) is null);

    private static Task UntilAsync(Func<bool> isSo) => UntilAsync(() => Task.FromResult(isSo()));

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        for (var looks = 0; !await isSo(); looks++)
        {
            Assert.True(looks < MostLooks, "It did not come to be in a minute.");
            await Task.Delay(20, Cancel);
        }
    }
}
