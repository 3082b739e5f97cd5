using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Tests.Mail;

namespace TechLeakageBot.Tests.Incidents;

/// <summary>The ladder on the real store; its clock is moved by hand.</summary>
public class LadderWorkerTests
{
    private static readonly Officer Officer = OfficersHost.Company.Officers[0];
    private static readonly Officer Deputy = OfficersHost.Company.Deputies[0];

    [Fact]
    public async Task What_nobody_takes_up_climbs_to_the_officer_again_then_the_deputies_then_everybody()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka", "rest", "deputy1", "deputy2");
        var number = await host.ReportAsync();
        await host.UntilEmptyAsync();

        await ClimbAsync(host, number, TimeSpan.FromMinutes(15), steps: 1);
        Assert.Equal("osaka 2", Counts(host));
        await ClimbAsync(host, number, TimeSpan.FromMinutes(60), steps: 2);
        Assert.Equal("deputy1 1, deputy2 1, osaka 2", Counts(host));
        await ClimbAsync(host, number, TimeSpan.FromHours(4), steps: 3);

        Assert.Equal("deputy1 2, deputy2 2, osaka 3, rest 1", Counts(host));
        Assert.Equal(
            [People.Osaka, People.Osaka, $"{People.FirstDeputy} {People.SecondDeputy}", $"{People.Osaka} {People.Rest} {People.FirstDeputy} {People.SecondDeputy}"],
            host.Mail.Alerts.Select(mail => string.Join(' ', mail.Recipients)));
    }

    [Fact]
    public async Task What_was_taken_up_climbs_no_more()
    {
        await using var host = await OfficersHost.StartAsync();
        var number = await host.ReportAsync();
        Assert.IsType<Decision.Accepted>(await host.Desk.ActAsync(number, new OfficerAction.Acknowledge(), Officer, host.Cancel));
        var other = await host.ReportAsync();
        await host.UntilEmptyAsync();

        await ClimbAsync(host, other, TimeSpan.FromHours(4), steps: 3);

        Assert.Equal(2, (await host.FindAsync(number)).Version);
    }

    [Fact]
    public async Task Deadlines_that_came_while_the_bot_was_down_are_met_at_the_start_and_once()
    {
        await using var host = await OfficersHost.StartAsync();
        var number = await host.ReportAsync();
        await host.UntilEmptyAsync();

        await host.StartAgainAsync(later: TimeSpan.FromMinutes(70));
        await host.UntilAsync(async () => (await host.FindAsync(number)).Steps == 2);
        await host.StartAgainAsync();
        await host.UntilEmptyAsync();

        Assert.Equal(
            [new IncidentEvent.Escalated(LadderStep.Reminder), new IncidentEvent.Escalated(LadderStep.Deputies)],
            (await host.FindAsync(number)).Timeline.Skip(1).Select(recorded => recorded.Event));
        Assert.Equal(3, host.Mail.Alerts.Length);
    }

    [Fact]
    public async Task The_next_date_comes_back_in_the_morning_to_whoever_has_the_matter_in_hand()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka", "deputy1");
        var number = await host.ReportAsync(Severity.Caution);
        await host.Desk.ActAsync(number, new OfficerAction.Acknowledge(), Deputy, host.Cancel);
        await host.Desk.ActAsync(number, new OfficerAction.SetNextDate(new DateOnly(2026, 11, 24), "確認"), Deputy, host.Cancel);
        await host.UntilEmptyAsync();
        Assert.Empty(host.Platform.TakenBy("deputy1"));

        host.Time.SetUtcNow(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(9)));
        await host.UntilAsync(async () => (await host.FindAsync(number)).Timeline[^1].Event is IncidentEvent.DateCame);
        await host.UntilEmptyAsync();

        Assert.Equal([number], host.Platform.TakenBy("deputy1"));
    }

    [Fact]
    public async Task What_nothing_was_done_about_comes_back_after_a_week()
    {
        await using var host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka");
        var number = await host.ReportAsync(Severity.Caution);
        await host.Desk.ActAsync(number, new OfficerAction.Acknowledge(), Officer, host.Cancel);
        await host.UntilEmptyAsync();

        host.Time.Advance(TimeSpan.FromDays(7));
        await host.UntilAsync(async () => (await host.FindAsync(number)).Timeline[^1].Event is IncidentEvent.Stalled);
        await host.UntilEmptyAsync();

        Assert.Equal([number, number], host.Platform.TakenBy("osaka"));
    }

    [Fact]
    public async Task An_edit_of_the_times_counts_for_reports_that_are_there()
    {
        await using var host = await OfficersHost.StartAsync();
        var number = await host.ReportAsync();
        await host.UntilEmptyAsync();
        var knowledge = host.Services.GetRequiredService<KnowledgeSource>();
        var sooner = Escalation.Default with { Serious = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromHours(8)] };
        knowledge.Replace(knowledge.Current with { Company = knowledge.Current.Company with { Escalation = sooner } });

        await ClimbAsync(host, number, TimeSpan.FromMinutes(3), steps: 2);
    }

    [Fact]
    public async Task An_incident_that_cannot_be_read_stops_the_clock_of_no_other()
    {
        await using var host = await OfficersHost.StartAsync();
        var (broken, sound) = (await host.ReportAsync(), await host.ReportAsync());
        await host.UntilEmptyAsync();
        await host.BreakAsync(broken);

        await ClimbAsync(host, sound, TimeSpan.FromMinutes(60), steps: 2);

        Assert.Contains(host.Log.Errors, line => line.Contains(broken, StringComparison.Ordinal) && line.Contains("audit verify", StringComparison.Ordinal));
    }

    /// <param name="after">How long after the report.</param>
    private static async Task ClimbAsync(OfficersHost host, string number, TimeSpan after, int steps)
    {
        host.Time.SetUtcNow(Reported.At + after);
        await host.UntilAsync(async () => (await host.FindAsync(number)).Steps == steps);
        await host.UntilEmptyAsync();
    }

    private static string Counts(OfficersHost host) =>
        string.Join(", ", host.Platform.Taken.CountBy(message => message.Conversation).OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => $"{count.Key} {count.Value}"));
}
