using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Incidents;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Tests.Mail;
using TechLeakageBot.Tests.Storage;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Delivery;

/// <summary>Alerts on their way to officers, over real connections to a platform and a mail server that fail.</summary>
public class AlertFaultTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData(Severity.Serious, 1)]
    [InlineData(Severity.Caution, 0)]
    public async Task A_report_reaches_the_officer_in_chat_and_a_serious_one_by_mail_as_well(Severity level, int mails)
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka", "rest", "deputy1");

        var number = await host.ReportAsync(level);
        await host.UntilEmptyAsync();

        Assert.Equal([("osaka", number)], host.Platform.Taken);
        Assert.Equal(mails, host.Mail.Mails.Count);
    }

    [Theory]
    [InlineData(Severity.Caution, true)]
    [InlineData(Severity.Caution, false)]
    [InlineData(Severity.Serious, true)]
    [InlineData(Severity.Serious, false)]
    public async Task Where_no_chat_is_open_the_mail_goes_at_once_and_once(Severity level, bool hasChats)
    {
        await using var host = await OfficersHost.StartAsync();
        string[] people = ["osaka", "rest", "deputy1", "deputy2"];
        if (hasChats)
            await host.EachSpeaksAsync(people);
        foreach (var person in people)
            host.Platform.Answer(person, _ => 403);

        await host.ReportAsync(level);
        await host.UntilEmptyAsync();

        Assert.Equal([People.Osaka], Assert.Single(host.Mail.Mails).Recipients);
        Assert.Empty(host.Platform.Taken);
        Assert.All(people, person => Assert.Equal(hasChats ? 1 : 0, host.Platform.CallsOf(person)));
        Assert.Equal(Reported.At, host.Time.GetUtcNow());
    }

    [Fact]
    public async Task Where_the_officer_has_blocked_the_bot_every_deputy_is_told_at_once()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka", "rest", "deputy1", "deputy2");
        host.Platform.Answer("osaka", _ => 403);

        var number = await host.ReportAsync(Severity.Caution);
        await host.UntilEmptyAsync();

        Assert.Equal([("deputy1", number), ("deputy2", number)], host.Platform.Taken.Order());
        Assert.Empty(host.Mail.Mails);
        Assert.Equal(Reported.At, host.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_platform_that_is_too_busy_is_left_alone_as_long_as_it_says_and_gets_all_in_order()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", call => call == 1 ? 429 : 201, retryAfter: "30");

        string[] numbers = [await host.ReportAsync(Severity.Caution), await host.ReportAsync(Severity.Caution)];
        await host.UntilAsync(async () => await host.Outbox.NextDueAsync(host.Time.GetUtcNow(), host.Cancel) >= Reported.At.AddSeconds(30));
        Assert.Equal(1, host.Platform.CallsOf("osaka"));
        await host.UntilEmptyAsync(Second);

        Assert.Equal(numbers, host.Platform.TakenBy("osaka"));
        Assert.Empty(host.Mail.Mails);
    }

    [Fact]
    public async Task A_platform_that_fails_again_and_again_gets_all_in_order_and_once()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", call => call % 3 == 0 ? 201 : 500);

        List<string> numbers = [];
        for (var i = 0; i < 10; i++)
            numbers.Add(await host.ReportAsync(Severity.Caution));
        await host.UntilEmptyAsync(Second);

        Assert.Equal(numbers, host.Platform.TakenBy("osaka"));
        Assert.Equal(30, host.Platform.CallsOf("osaka"));
    }

    [Fact]
    public async Task An_alert_that_is_too_large_for_the_platform_comes_shorter_and_whole_by_mail()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", call => call == 1 ? 413 : 201);
        var words = string.Concat(Enumerable.Repeat("図面のことを聞かれました。", 700));

        var number = await host.ReportAsync(words: words);
        await host.UntilEmptyAsync();

        Assert.Equal((2, number), (host.Platform.CallsOf("osaka"), Assert.Single(host.Platform.TakenBy("osaka"))));
        var body = Assert.Single(host.Platform.Bodies);
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(body) <= TechLeakageBot.Channels.BotFramework.ActivityWriter.LargestActivity / 2);
        Assert.Contains("図面のこと", body, StringComparison.Ordinal);
        Assert.Single(host.Mail.Alerts);
    }

    [Fact]
    public async Task An_alert_that_no_chat_takes_at_any_length_goes_by_mail_at_once()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", _ => 413);

        await host.ReportAsync(Severity.Caution);
        await host.UntilEmptyAsync();

        Assert.Equal([People.Osaka], Assert.Single(host.Mail.Alerts).Recipients);
        Assert.Equal(Reported.At, host.Time.GetUtcNow());
    }

    [Fact]
    public async Task An_alert_without_a_mail_of_its_own_goes_by_mail_once_its_chat_has_failed_for_minutes()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", _ => 500);

        await host.ReportAsync(Severity.Caution);
        await host.UntilAsync(() => host.Time.GetUtcNow() - Reported.At > TimeSpan.FromMinutes(4), Second);
        Assert.Empty(host.Mail.Alerts);
        while (host.Mail.Alerts.Length == 0)
        {
            host.Time.Advance(TimeSpan.FromMinutes(1));
            await Task.Delay(50, host.Cancel);
        }

        Assert.Equal([People.Osaka], Assert.Single(host.Mail.Alerts).Recipients);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_reported_in_a_group_is_told_privately_or_the_group_hears_nothing_of_it(bool hasOwnChat)
    {
        await using var host = await OfficersHost.StartAsync();
        await host.SpeakAsync("tanaka", "group", isPersonal: false);
        if (hasOwnChat)
            await host.SpeakAsync("tanaka");
        var number = await host.ReportAsync(reporter: new Reporter(OfficersHost.Channel, "group", "tanaka"));

        await host.Desk.ActAsync(number, new OfficerAction.Ask("誰に渡したのですか"), OfficersHost.Company.Officers[0], host.Cancel);
        await host.UntilEmptyAsync();

        Assert.Equal([(hasOwnChat ? "tanaka" : "group", number)], host.Platform.Taken);
        Assert.Equal(hasOwnChat, Assert.Single(host.Platform.Bodies).Contains("誰に渡した", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_chat_that_hangs_holds_up_neither_the_mails_nor_the_officers_of_other_sites()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka", "rest");
        host.Platform.Hang("osaka");

        string[] numbers = [await host.ReportAsync(), await host.ReportAsync(), await host.ReportAsync()];
        var elsewhere = await host.ReportAsync(site: "hamamatsu");
        await host.UntilAsync(() => host.Mail.Mails.Count == 4 && host.Platform.TakenBy("rest").Count == 1);
        Assert.Empty(host.Platform.TakenBy("osaka"));

        host.Platform.LetGo();
        await host.UntilEmptyAsync(Second);
        Assert.Equal(numbers, host.Platform.TakenBy("osaka").Distinct());
        Assert.Equal([elsewhere], host.Platform.TakenBy("rest"));
    }

    [Fact]
    public async Task A_mail_server_that_hangs_holds_up_no_chat()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Mail.IsSilent = true;

        List<string> numbers = [];
        for (var i = 0; i < 6; i++)
            numbers.Add(await host.ReportAsync());
        await host.UntilAsync(() => host.Platform.Taken.Count == 6);

        Assert.Equal(numbers, host.Platform.TakenBy("osaka"));
        Assert.Empty(host.Mail.Mails);
    }

    [Fact]
    public async Task An_alert_whose_incident_cannot_be_read_waits_and_is_not_dropped()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Platform.Answer("osaka", _ => 500);
        host.Mail.MailAnswer = "451 4.3.0 later";
        var number = await host.ReportAsync();
        await host.UntilAsync(() => host.Platform.CallsOf("osaka") > 0 && host.Mail.Connections > 0);

        await host.BreakAsync(number);
        host.Platform.Answer("osaka", _ => 201);
        host.Mail.MailAnswer = "250 2.1.0 ok";
        await host.UntilAsync(() => host.Log.Lines.Count(line => line.Text.Contains(nameof(IncidentUnreadableException), StringComparison.Ordinal)) >= 4, Second);

        Assert.Equal(2, (await host.Outbox.StateAsync(host.Cancel)).Alerts);
        Assert.Empty(host.Platform.Taken);
        Assert.Empty(host.Mail.Mails);
    }

    [Fact]
    public async Task An_alert_never_goes_into_a_group_that_the_officer_spoke_in()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        host.Time.Advance(Second);
        for (var i = 0; i < 10; i++)
            await host.SpeakAsync("osaka", $"group {i}", isPersonal: false);

        var number = await host.ReportAsync(Severity.Caution);
        await host.UntilEmptyAsync();

        Assert.Equal([("osaka", number)], host.Platform.Taken);
    }

    [Fact]
    public async Task Where_the_officer_only_spoke_in_a_group_the_mail_goes()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.SpeakAsync("osaka", "group", isPersonal: false);

        await host.ReportAsync(Severity.Caution);
        await host.UntilEmptyAsync();

        Assert.Empty(host.Platform.Taken);
        Assert.Single(host.Mail.Mails);
    }

    [Fact]
    public async Task Each_officer_reads_the_language_that_he_or_she_speaks()
    {
        await using var host = await OfficersHost.StartAsync(OfficersHost.Company with { Officers = [] });
        await host.SpeakAsync("deputy1", language: Language.English);
        await host.SpeakAsync("deputy2");

        await host.ReportAsync(Severity.Caution);
        await host.UntilEmptyAsync();

        Assert.Single(host.Platform.Bodies, body => body.Contains("Possible technology leakage has been reported", StringComparison.Ordinal));
        Assert.Single(host.Platform.Bodies, body => body.Contains("技術流出に関する報告を受け付けました", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_platforms_limit_is_kept_and_counts_as_no_failure()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");

        List<string> numbers = [];
        for (var i = 0; i < 12; i++)
            numbers.Add(await host.ReportAsync(Severity.Caution));
        await host.UntilAsync(async () => await host.Outbox.NextDueAsync(host.Time.GetUtcNow(), host.Cancel) is not null);
        Assert.Equal(7, host.Platform.Taken.Count);
        await host.UntilEmptyAsync(Second);

        Assert.Equal(numbers, host.Platform.TakenBy("osaka"));
        Assert.DoesNotContain(host.Log.Lines, line => line.Text.Contains("was not taken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_alert_without_any_road_waits_until_an_officer_speaks()
    {
        await using var host = await OfficersHost.StartAsync(hasMail: false);
        var number = await host.ReportAsync(Severity.Caution);
        await host.UntilAsync(async () => await host.Outbox.NextDueAsync(host.Time.GetUtcNow(), host.Cancel) is not null);

        await host.EachSpeaksAsync("osaka");
        await host.UntilEmptyAsync(Second);

        Assert.Equal([("osaka", number)], host.Platform.Taken);
    }

    [Fact]
    public async Task What_is_about_an_incident_that_was_purged_is_dropped_and_nothing_is_stuck()
    {
        await using var host = await OfficersHost.StartAsync();
        var alert = new Effect.Alert("TL-2026-0099", 1, Audience.Officer, Road.Any, null);
        await host.Services.GetRequiredService<IStore>().CommitAsync(Turn.Of(Turn.Key(), "m", 0, alert, alert with { Road = Road.Mail }), host.Cancel);

        await host.UntilEmptyAsync(Second);

        Assert.Empty((await host.Outbox.StateAsync(host.Cancel)).SetAside);
        Assert.Equal(2, host.Log.Lines.Count(line => line.Text.Contains("purged", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(201)]
    [InlineData(403)]
    public async Task The_reporter_hears_what_the_officer_does_or_the_officers_see_that_it_cannot_be_told(int status)
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("tanaka");
        host.Platform.Answer("tanaka", _ => status);
        var number = await host.ReportAsync(reporter: new Reporter(OfficersHost.Channel, "tanaka", "tanaka"));

        await host.Desk.ActAsync(number, new OfficerAction.Acknowledge(), OfficersHost.Company.Officers[0], host.Cancel);
        await host.UntilEmptyAsync();

        Assert.Equal(status == 201 ? [number] : [], host.Platform.TakenBy("tanaka"));
        Assert.Equal(status == 201 ? [] : ["tell"], (await host.Outbox.StateAsync(host.Cancel)).SetAside.Select(row => row.Kind));
    }
}
