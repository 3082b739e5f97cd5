using System.Text.RegularExpressions;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The audit as the desk shows it, and which looks come into it.</summary>
public partial class AuditPageTests
{
    [Fact]
    public async Task The_newest_stand_first_and_each_tells_what_and_who()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await desk.ActAsync(number, new OfficerAction.Acknowledge());
        await desk.OpenAsync(number);
        await DeskHost.GetAsync(desk.Hers, StaffedDesk.PathOf(number) + "/pack");

        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer/audit");

        var text = StaffedDesk.TextOf(html);
        var digest = (await desk.Incidents.DigestAsync(TestContext.Current.CancellationToken))!;
        Assert.Contains($"4 {Convert.ToHexStringLower(digest.Hash)}", text, StringComparison.Ordinal);
        string[] rows = ["4 2026-11-20 18:00 JST 書き出し", "3 2026-11-20 18:00 JST 閲覧", "2 2026-11-20 18:00 JST 記録（2）", "1 2026-11-20 18:00 JST 記録（1）"];
        Assert.Contains(string.Join(' ', rows.Select((row, at) => $"{row} {number} {(at == 3 ? "報告した人" : "山田 花子")}")), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_entries_make_a_page_and_links_lead_back_and_forth()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        for (var count = 1; count < 250; count++)
            await desk.Incidents.WitnessAsync(new Effect.Witness(number, Witnessed.Viewed, StaffedDesk.Hanako), desk.Time.GetUtcNow(), TestContext.Current.CancellationToken);

        Assert.Equal((250, 151, "150"), await PageAsync(desk, ""));
        Assert.Equal((150, 51, "250 50"), await PageAsync(desk, "?upto=150"));
        Assert.Equal((50, 1, "150"), await PageAsync(desk, "?upto=50"));
    }

    [Theory]
    [InlineData("-5", 1)]
    [InlineData("0", 1)]
    [InlineData("9223372036854775807", 2)]
    [InlineData("x", 2)]
    public async Task Whatever_the_address_asks_for_there_is_a_page(string upto, int newest)
    {
        await using var desk = await StaffedDesk.StartAsync();
        await desk.OpenAsync(await desk.ReportAsync());
        Assert.Equal(newest, (await PageAsync(desk, $"?upto={upto}")).Newest);
    }

    [Fact]
    public async Task Without_an_entry_it_says_so()
    {
        await using var desk = await StaffedDesk.StartAsync();
        Assert.Contains("表示するものはまだありません。", (await DeskHost.GetAsync(desk.Hers, "/officer/audit?upto=7")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coming_back_from_an_own_action_is_no_further_view()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (answer, _) = await desk.SubmitAsync(number, "note", ("text", "メモ"));

        await DeskHost.GetAsync(desk.Hers, answer.Headers.Location!.OriginalString);

        Assert.Equal([$"viewed {StaffedDesk.Hanako}", $"event {StaffedDesk.Hanako}"], (await desk.AuditOfAsync(number)).Skip(1));
    }

    [Theory]
    [InlineData("nothing was done")]
    [InlineData("somebody else acted")]
    [InlineData("the reporter wrote since")]
    [InlineData("a minute passed")]
    [InlineData("it is opened without the mark")]
    [InlineData("a colleague takes the address")]
    public async Task The_address_after_an_action_hides_no_other_view(string what)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var colleague = await desk.SitDownAsync(StaffedDesk.Jiro);
        var number = await desk.ReportAsync();
        if (what != "nothing was done")
            await desk.ActAsync(number, new OfficerAction.Note("メモ"));
        if (what == "somebody else acted")
            await desk.ActAsync(number, new OfficerAction.Note("メモ"), StaffedDesk.Jiro);
        if (what == "the reporter wrote since")
            await AddDetailAsync(desk, number);
        if (what == "a minute passed")
            desk.Time.Advance(TimeSpan.FromMinutes(1));

        var (by, browser) = what.StartsWith("a colleague", StringComparison.Ordinal) ? (StaffedDesk.Jiro, colleague) : (StaffedDesk.Hanako, desk.Hers);
        await DeskHost.GetAsync(browser, StaffedDesk.PathOf(number) + (what.StartsWith("it is", StringComparison.Ordinal) ? "" : "?done=1"));

        Assert.Equal($"viewed {by}", (await desk.AuditOfAsync(number))[^1]);
    }

    [Fact]
    public async Task A_refused_action_shows_the_incident_anew_so_it_is_a_view()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await desk.SubmitAsync(number, "note", ("text", ""));
        Assert.Equal([$"viewed {StaffedDesk.Hanako}", $"viewed {StaffedDesk.Hanako}"], (await desk.AuditOfAsync(number)).Skip(1));
    }

    [Fact]
    public async Task Another_sites_officer_who_was_taken_off_it_sees_nothing_by_the_address_after_an_action()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await desk.ActAsync(number, new OfficerAction.Note("メモ"));
        desk.Host.Appoint([StaffedDesk.Company.Officers[0] with { Sites = ["hamamatsu"] }, StaffedDesk.Company.Officers[1] with { Sites = ["osaka"] }]);

        var (_, html) = await DeskHost.GetAsync(desk.Hers, StaffedDesk.PathOf(number) + "?done=1");

        Assert.DoesNotContain("図面", html, StringComparison.Ordinal);
        Assert.Equal($"refused {StaffedDesk.Hanako}", (await desk.AuditOfAsync(number))[^1]);
    }

    private static async Task AddDetailAsync(StaffedDesk desk, string number)
    {
        var incident = await desk.FindAsync(number);
        var added = new Recorded(incident.Version + 1, desk.Time.GetUtcNow(), new Actor.TheReporter(), new IncidentEvent.DetailAdded("もう一枚"));
        Assert.True(await desk.Incidents.CommitAsync(IncidentChange.Of(number, incident, [added], StaffedDesk.Company), added.At, TestContext.Current.CancellationToken));
    }

    /// <returns>The first and the last sequence of a page, and where its links lead.</returns>
    private static async Task<(int Newest, int Oldest, string Links)> PageAsync(StaffedDesk desk, string query)
    {
        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer/audit" + query);
        int[] rows = [.. Row().Matches(html).Select(row => int.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal(rows.OrderDescending(), rows);
        return (rows[0], rows[^1], string.Join(' ', Link().Matches(html).Select(link => link.Groups[1].Value)));
    }

    [GeneratedRegex("""<th scope="row">(\d+)</th>""")]
    private static partial Regex Row();

    [GeneratedRegex("""audit\?upto=(\d+)">""")]
    private static partial Regex Link();
}
