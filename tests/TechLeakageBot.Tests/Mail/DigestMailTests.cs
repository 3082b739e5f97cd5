using Microsoft.Extensions.Configuration;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Tests.Storage;

namespace TechLeakageBot.Tests.Mail;

/// <summary>The digest that lies with the officer finds what the bot's own machine would hide.</summary>
public sealed class DigestMailTests : IAsyncLifetime
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private OfficersHost host = null!;

    public async ValueTask InitializeAsync() => host = await OfficersHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_cut_that_the_bots_own_file_was_made_to_fit_is_found_by_the_line_of_the_mail()
    {
        var number = await host.ReportAsync();
        await UntilAsync(() => host.Mail.Digests.Length == 1);
        await host.Desk.ActAsync(number, new OfficerAction.Acknowledge(), OfficersHost.Company.Officers[0], host.Cancel);
        await UntilAsync(() => host.Mail.Digests.Length == 2);
        await host.StopAsync();
        var own = Path.Combine(Path.GetDirectoryName(host.Database)!, "audit-digests.txt");
        var kept = Path.Combine(Path.GetDirectoryName(host.Database)!, "kept.txt");
        await File.WriteAllLinesAsync(kept, host.Mail.Digests.Select(LineOf), host.Cancel);
        Assert.Empty(Verify(kept));

        RawDatabase.Run(SqliteFile.Of($"Data Source={host.Database}"), $"{RawDatabase.WithoutTriggers}; DELETE FROM audit_entry WHERE sequence = (SELECT max(sequence) FROM audit_entry)");
        File.Delete(own);
        Assert.NotEmpty(Verify(kept));
    }

    [Fact]
    public async Task A_digest_goes_out_once_a_day_and_only_where_there_is_a_new_one()
    {
        await host.ReportAsync(site: "osaka");
        await UntilAsync(() => host.Mail.Digests.Length == 1);
        Assert.Equal(People.Company.Officers.Select(officer => officer.Mail).Order(), host.Mail.Digests[0].Recipients.Order());

        await host.StartAgainAsync(later: Day);
        await UntilAsync(() => host.Mail.Digests.Length == 2);
        var lines = host.Mail.Digests.Select(LineOf).ToArray();
        Assert.Equal(2, lines.Distinct().Count());
        Assert.Equal(2, lines.Select(line => line.Split(' ')[2][..10]).Distinct().Count());
    }

    [Fact]
    public async Task A_server_that_does_not_take_it_is_asked_again()
    {
        host.Mail.MailAnswer = "451 later";
        await host.ReportAsync();
        await UntilAsync(() => host.Log.Lines.Any(line => line.Text.Contains("digest did not go out", StringComparison.Ordinal)));
        host.Mail.MailAnswer = "250 ok";
        await UntilAsync(() => host.Mail.Digests.Length == 1);
    }

    private static string LineOf(TakenMail mail) => mail.Read().TextBody!.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];

    /// <summary>Hour after hour, and time enough in each for a mail.</summary>
    private async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(100, host.Cancel);
        }
    }

    private IReadOnlyList<string> Verify(string digests) => AuditFeature.Verify(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create<string, string?>("Storage:ConnectionString", $"Data Source={host.Database}")]).Build(),
        new FileInfo(digests)).Faults;
}
