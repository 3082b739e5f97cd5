using System.Net;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The desk's first page, with incidents on the real store.</summary>
public class IncidentListTests
{
    [Fact]
    public async Task What_waits_for_an_officer_stands_first_the_more_serious_before_the_older()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var all = await SomeAsync(desk);

        Assert.Equal([all.Plan, all.Visit, all.Mail, all.Closed], await desk.NumbersAsync());
    }

    [Fact]
    public async Task Each_row_tells_level_phase_words_site_officer_and_time()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var all = await SomeAsync(desk);

        var text = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, "/officer")).Html);

        Assert.Contains("4件", text, StringComparison.Ordinal);
        Assert.Contains($"{all.Plan} 重大 受付 図面を送ってしまいました 大阪工場 – 2026-11-20 18:10 JST", text, StringComparison.Ordinal);
        Assert.Contains($"{all.Mail} 重大 確認中 不審なメールが来ました 大阪工場 山田 花子 2026-11-20 18:00 JST", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?open=open", "Plan Visit Mail")]
    [InlineData("?open=closed", "Closed")]
    [InlineData("?level=Serious", "Plan Mail")]
    [InlineData("?level=Caution&open=open", "Visit")]
    [InlineData("?site=osaka", "Plan Mail Closed")]
    [InlineData("?words=図面", "Plan Closed")]
    [InlineData("?words=図面　送って", "Plan")]
    [InlineData("?words=TL-2026-0002", "Visit")]
    [InlineData("?words=ＵＳＢ", "")]
    [InlineData("?order=Newest", "Closed Plan Visit Mail")]
    [InlineData("?order=Oldest", "Mail Visit Plan Closed")]
    [InlineData("?order=Level", "Plan Mail Closed Visit")]
    [InlineData("?level=9&open=maybe&order=upwards&page=-3", "Plan Visit Mail Closed")]
    public async Task The_address_filters_searches_and_sorts(string query, string due)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var all = await SomeAsync(desk);

        Assert.Equal(due, string.Join(' ', (await desk.NumbersAsync(query)).Select(all.NameOf)));
    }

    [Fact]
    public async Task The_form_keeps_what_was_chosen_and_words_stay_words()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await SomeAsync(desk);

        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer?words=%22%3E%3Cscript%3E&level=Caution&order=Newest&site=osaka");

        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Caution\" selected", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"Newest\" selected", html, StringComparison.Ordinal);
        Assert.Contains("<option value=\"osaka\" selected", html, StringComparison.Ordinal);
        Assert.Contains("条件に合う案件はありません。", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_a_page_of_incidents_goes_on_on_the_next_page()
    {
        await using var desk = await StaffedDesk.StartAsync();
        for (var count = 0; count <= IncidentQuery.PageSize; count++)
            await desk.ReportAsync();

        var (_, first) = await DeskHost.GetAsync(desk.Hers, "/officer?order=Oldest");
        Assert.Contains("order=Oldest&amp;page=2\">次へ</a>", first, StringComparison.Ordinal);
        Assert.DoesNotContain("前へ", first, StringComparison.Ordinal);
        Assert.Equal(IncidentQuery.PageSize, (await desk.NumbersAsync("?order=Oldest")).Count);
        Assert.Equal(["TL-2026-0051"], await desk.NumbersAsync("?order=Oldest&page=2"));
    }

    [Fact]
    public async Task The_charts_count_what_the_list_holds()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var old = await desk.ReportAsync(at: desk.Time.GetUtcNow().AddDays(-400));
        await desk.ActAsync(old, new OfficerAction.Acknowledge());
        await SomeAsync(desk);

        var text = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, "/officer")).Html);

        Assert.Contains("直近12か月で4件です。", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月 2 2 0 4", text, StringComparison.Ordinal);
        Assert.Contains("最も多い相手：面識のない人", text, StringComparison.Ordinal);
        Assert.Contains("直近12か月に確認を始めた2件の所要時間です。", text, StringComparison.Ordinal);
        Assert.Contains("中央値 8分", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_incidents_it_says_so()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer");
        Assert.Contains("いま対応が必要な案件はありません。", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Officers_see_the_incidents_of_their_own_sites_and_those_of_none()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var (osaka, hamamatsu, nowhere) = (await desk.ReportAsync(), await desk.ReportAsync("浜松の図面", site: "hamamatsu"), await desk.ReportAsync("どこかの図面", site: null));

        Assert.Equal([osaka, nowhere], await desk.NumbersAsync());
        Assert.Equal([hamamatsu, nowhere], await desk.NumbersAsync(browser: await desk.SitDownAsync(StaffedDesk.Ichiro)));
        Assert.Equal([osaka, hamamatsu, nowhere], await desk.NumbersAsync(browser: await desk.SitDownAsync(StaffedDesk.Jiro)));
        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer?site=hamamatsu");
        Assert.DoesNotContain("浜松", html, StringComparison.Ordinal);
        Assert.Contains("直近12か月で2件です。", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/pack")]
    [InlineData("/pack.md")]
    public async Task Another_sites_incident_looks_like_none_and_the_attempt_is_in_the_audit(string page)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync("浜松の図面", site: "hamamatsu");

        var (answer, html) = await DeskHost.GetAsync(desk.Hers, StaffedDesk.PathOf(number) + page);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("浜松", html, StringComparison.Ordinal);
        Assert.Equal(["event reporter", $"refused {StaffedDesk.Hanako}"], await desk.AuditOfAsync(number));
    }

    /// <summary>In this order: a mail, taken up after five minutes; a visit to no site; a plan; one that was closed after ten minutes.</summary>
    private static async Task<Some> SomeAsync(StaffedDesk desk)
    {
        var mail = await desk.ReportAsync("不審なメールが来ました");
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        await desk.ActAsync(mail, new OfficerAction.Acknowledge());
        var visit = await desk.ReportAsync("見学の申し込み", Severity.Caution, site: null);
        desk.Time.Advance(TimeSpan.FromMinutes(5));
        var plan = await desk.ReportAsync();
        var closed = await desk.ReportAsync("図面を聞かれました", Severity.Caution);
        desk.Time.Advance(TimeSpan.FromMinutes(10));
        await desk.ActAsync(closed, new OfficerAction.Close(Outcome.NoLeak, "断った"));
        return new Some(mail, visit, plan, closed);
    }

    private sealed record Some(string Mail, string Visit, string Plan, string Closed)
    {
        public string NameOf(string number) => number == Mail ? nameof(Mail) : number == Visit ? nameof(Visit) : number == Plan ? nameof(Plan) : nameof(Closed);
    }
}
