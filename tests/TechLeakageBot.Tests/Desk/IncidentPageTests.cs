using System.Net;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>One incident's page and its forms.</summary>
public class IncidentPageTests
{
    [Theory]
    [InlineData("acknowledge", "", "確認を始めました")]
    [InlineData("ask", "text=いつのことですか", "いつのことですか")]
    [InlineData("note", "text=本人に電話した", "本人に電話した")]
    [InlineData("assign", "to=jiro@example.co.jp", "鈴木 次郎")]
    [InlineData("date", "on=2026-11-24&text=返事を確かめる", "2026-11-24 返事を確かめる")]
    [InlineData("consulted", "whom=Police&text=生活安全課", "生活安全課")]
    [InlineData("consulted", "whom=Bureau&text=", "経済産業局")]
    [InlineData("close", "outcome=NoLeak&text=図面は返された", "図面は返された")]
    public async Task Each_form_does_what_it_says_and_the_page_tells_it(string act, string fields, string told)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();

        var (answer, _) = await desk.SubmitAsync(number, act, Fields(fields));

        Assert.Equal((HttpStatusCode.Redirect, $"{StaffedDesk.PathOf(number)}?done=1"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        var text = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, answer.Headers.Location!.OriginalString)).Html);
        Assert.Contains("保存しました。", text, StringComparison.Ordinal);
        Assert.Contains("JST · 山田 花子", text, StringComparison.Ordinal);
        Assert.Contains(told, text, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.FindAsync(number)).Version);
    }

    [Fact]
    public async Task A_closed_incident_offers_nothing_but_to_reopen_it()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, before) = await desk.OpenAsync(number);
        await desk.ActAsync(number, new OfficerAction.Close(Outcome.Leak, "回収した"), StaffedDesk.Jiro);

        var (_, html) = await desk.OpenAsync(number);
        Assert.Equal(["reopen"], ActsOf(html));
        Assert.Contains("完了 · 流出あり", StaffedDesk.TextOf(html), StringComparison.Ordinal);
        var (refused, page) = await StaffedDesk.SendAsync(desk.Hers, number, "assign", before, ("to", StaffedDesk.Hanako));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("鈴木 次郎さんが2026-11-20 18:00 JSTに完了にしました", page, StringComparison.Ordinal);

        var (reopened, _) = await StaffedDesk.SendAsync(desk.Hers, number, "reopen", html, ("text", "続きがあった"));
        Assert.Equal(HttpStatusCode.Redirect, reopened.StatusCode);
        Assert.True((await desk.FindAsync(number)).IsOpen);
    }

    [Theory]
    [InlineData("close", "text=断った", "入力されていない項目があります")]
    [InlineData("close", "outcome=5&text=断った", "入力されていない項目があります")]
    [InlineData("close", "outcome=NoLeak&text=　", "内容が空です")]
    [InlineData("date", "on=&text=断った", "入力されていない項目があります")]
    [InlineData("date", "on=2026-11-20&text=断った", "明日から1年以内")]
    [InlineData("date", "on=2028-01-01&text=断った", "明日から1年以内")]
    [InlineData("consulted", "whom=Nobody&text=断った", "入力されていない項目があります")]
    [InlineData("assign", "to=ichiro@example.co.jp", "登録されていません")]
    [InlineData("assign", "to=", "登録されていません")]
    [InlineData("note", "", "内容が空です")]
    [InlineData("reopen", "text=断った", "再開の必要はありません")]
    public async Task What_is_missing_or_wrong_is_said_and_what_was_typed_stays(string act, string fields, string why)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, html) = await desk.OpenAsync(number);

        // The page offers no form to reopen an open incident, so its token comes from another.
        var (answer, page) = await StaffedDesk.SendAsync(desk.Hers, number, act, html.Replace("/note\"", $"/{act}\"", StringComparison.Ordinal), Fields(fields));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains(why, page, StringComparison.Ordinal);
        Assert.Equal(fields.Contains("断った", StringComparison.Ordinal), page.Contains("断った", StringComparison.Ordinal));
        Assert.Equal(1, (await desk.FindAsync(number)).Version);
    }

    [Fact]
    public async Task Who_comes_second_sees_what_the_first_did()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, open) = await desk.OpenAsync(number);
        await desk.ActAsync(number, new OfficerAction.Acknowledge(), StaffedDesk.Jiro);

        var (answer, html) = await StaffedDesk.SendAsync(desk.Hers, number, "acknowledge", open);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("鈴木 次郎さんが2026-11-20 18:00 JSTに、すでに対応しています。", html, StringComparison.Ordinal);
        Assert.Contains("鈴木 次郎 確認を始めました", StaffedDesk.TextOf(html), StringComparison.Ordinal);
        Assert.DoesNotContain("acknowledge", ActsOf(html));
    }

    [Theory]
    [InlineData("note", "")]
    [InlineData("ask", "")]
    [InlineData("date", "on=2026-11-24")]
    [InlineData("consulted", "whom=Inpit")]
    [InlineData("close", "outcome=NoLeak")]
    public async Task What_was_typed_is_kept_when_somebody_closed_it_meanwhile(string act, string fields)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, open) = await desk.OpenAsync(number);
        await desk.ActAsync(number, new OfficerAction.Close(Outcome.PossibleLeak, "回収した"), StaffedDesk.Jiro);

        var (answer, html) = await StaffedDesk.SendAsync(desk.Hers, number, act, open, [.. Fields(fields), ("text", "長い文章")]);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("回収した", html, StringComparison.Ordinal);
        Assert.Contains("readonly>長い文章</textarea>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_somebody_reopened_it_meanwhile()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await desk.ActAsync(number, new OfficerAction.Close(Outcome.NoLeak, "断った"));
        var (_, closed) = await desk.OpenAsync(number);
        await desk.ActAsync(number, new OfficerAction.Reopen("また来た"), StaffedDesk.Jiro);

        var (answer, html) = await StaffedDesk.SendAsync(desk.Hers, number, "reopen", closed, ("text", "続きがあった"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("また来た", html, StringComparison.Ordinal);
        Assert.Contains("readonly>続きがあった</textarea>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acknowledge", "")]
    [InlineData("ask", "text=いつのことですか")]
    [InlineData("note", "text=password: hunter22 を伝えた")]
    [InlineData("assign", "to=jiro@example.co.jp")]
    [InlineData("date", "on=2026-11-24&text=返事を確かめる")]
    [InlineData("consulted", "whom=Police&text=")]
    [InlineData("close", "outcome=NoLeak&text=断った")]
    public async Task A_form_sent_twice_counts_once(string act, string fields)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, open) = await desk.OpenAsync(number);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => StaffedDesk.SendAsync(desk.Hers, number, act, open, Fields(fields))));

        Assert.All(both, one => Assert.Equal((HttpStatusCode.Redirect, both[0].Answer.Headers.Location), (one.Answer.StatusCode, one.Answer.Headers.Location)));
        Assert.Equal(2, (await desk.FindAsync(number)).Version);
        Assert.InRange((await desk.Service<IOutbox>().StateAsync(TestContext.Current.CancellationToken)).Others, 0, 1);
    }

    [Fact]
    public async Task The_same_words_later_are_another_note()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await desk.SubmitAsync(number, "note", ("text", "電話したが出ない"));
        desk.Time.Advance(TimeSpan.FromMinutes(2));
        await desk.SubmitAsync(number, "note", ("text", "電話したが出ない"));

        Assert.Equal(3, (await desk.FindAsync(number)).Version);
    }

    [Theory]
    [InlineData("TL-2026-9999")]
    [InlineData("TL-1")]
    [InlineData("%3Cscript%3E")]
    [InlineData("..%2F..%2Faudit")]
    public async Task An_unknown_number_has_no_page_and_takes_no_action(string number)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var (_, html) = await desk.OpenAsync(await desk.ReportAsync());
        foreach (var page in (string[])["", "/pack", "/pack.md"])
        {
            var (answer, none) = await DeskHost.GetAsync(desk.Hers, StaffedDesk.PathOf(number) + page);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.DoesNotContain("<script>", none, StringComparison.Ordinal);
        }

        using var sent = await DeskHost.PostAsync(desk.Hers, StaffedDesk.PathOf(number) + "/note", html.Replace("TL-2026-0001", number, StringComparison.Ordinal), ("text", "メモ"));
        Assert.Equal(HttpStatusCode.NotFound, sent.StatusCode);
    }

    [Theory]
    [InlineData("note")]
    [InlineData("acknowledge")]
    [InlineData("pack")]
    [InlineData("pack/approve")]
    public async Task Without_the_pages_token_nothing_is_done(string act)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await desk.OpenAsync(number);

        using var form = new FormUrlEncodedContent([new("text", "メモ")]);
        using var answer = await desk.Hers.PostAsync(new Uri($"{StaffedDesk.PathOf(number)}/{act}", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(1, (await desk.FindAsync(number)).Version);
    }

    [Theory]
    [InlineData("text=メモ")]
    [InlineData("")]
    public async Task An_action_that_does_not_exist_is_not_found(string fields)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, html) = await desk.OpenAsync(number);
        var (answer, _) = await StaffedDesk.SendAsync(desk.Hers, number, "delete", html.Replace("/note\"", "/delete\"", StringComparison.Ordinal), Fields(fields));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Another_sites_officer_can_do_nothing_and_the_attempt_is_in_the_audit()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var (own, other) = (await desk.ReportAsync(), await desk.ReportAsync("浜松の図面", site: "hamamatsu"));
        var (_, html) = await desk.OpenAsync(own);

        var (answer, _) = await StaffedDesk.SendAsync(desk.Hers, other, "acknowledge", html.Replace(own, other, StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(["event reporter", $"refused {StaffedDesk.Hanako}"], await desk.AuditOfAsync(other));
    }

    [Theory]
    [InlineData(Incident.LongestText, true)]
    [InlineData(Incident.LongestText + 1, false)]
    public async Task Ten_thousand_characters_fit_and_more_get_a_clear_answer(int length, bool fits)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var words = new string('図', length);

        var (answer, html) = await desk.SubmitAsync(number, "note", ("text", words));

        Assert.Equal(fits ? HttpStatusCode.Redirect : HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(fits, (await desk.FindAsync(number)).Timeline[^1].Event == new IncidentEvent.Noted(words));
        if (!fits)
        {
            Assert.Contains("一度に送れるのは10000文字までです。", html, StringComparison.Ordinal);
            Assert.Contains($">{words}</textarea>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_end_of_a_line_counts_as_the_browser_counts_it()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();

        var (answer, _) = await desk.SubmitAsync(number, "note", ("text", string.Concat(Enumerable.Repeat("図\r\n", Incident.LongestText / 2))));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task More_than_any_form_holds_is_no_fault_of_the_bot()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (answer, html) = await desk.SubmitAsync(number, "note", [.. Enumerable.Range(0, 1_100).Select(field => ($"field{field}", "x"))]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("もう一度お試しください", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_in_any_field_is_text()
    {
        const string Markup = "\"><script>alert(1)</script><img src=x onerror=alert(1)> **太字** [x](javascript:alert(1)) &lt;";
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync(Reported.Opened(Markup) with { Reporter = new Reporter(Markup, Markup, Markup) });
        (string Act, string Fields)[] forms = [("acknowledge", ""), ("ask", ""), ("note", ""), ("date", "on=2026-11-24"), ("consulted", "whom=Other"), ("close", "outcome=NoLeak"), ("reopen", "")];
        foreach (var (act, fields) in forms)
        {
            var (answer, _) = await desk.SubmitAsync(number, act, [.. Fields(fields), ("text", Markup)]);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        var (refused, again) = await desk.SubmitAsync(number, "date", ("on", "\"><script>"), ("text", Markup));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        foreach (var html in (string[])[again, (await desk.OpenAsync(number)).Html, (await DeskHost.GetAsync(desk.Hers, "/officer")).Html])
        {
            Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<img", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<strong>太字", html, StringComparison.Ordinal);
        }

        Assert.Equal(9, again.Split(WebUtility.HtmlEncode(Markup).Replace("&#39;", "&#x27;", StringComparison.Ordinal)).Length - 1);
    }

    [Fact]
    public async Task What_had_to_be_masked_is_named()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (answer, _) = await desk.SubmitAsync(number, "note", ("text", "password: hunter22 を伝えた"));
        var (_, html) = await DeskHost.GetAsync(desk.Hers, answer.Headers.Location!.OriginalString);
        Assert.Contains("パスワード", html, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter22", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_left_no_way_back_cannot_be_asked()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var (unreachable, sealed_) = (await desk.ReportAsync(Reported.Opened() with { Reporter = null }), await desk.ReportAsync(Reported.Opened() with { Reporter = null, Seal = "seal" }));

        var (_, html) = await desk.OpenAsync(unreachable);
        Assert.Contains("報告した人 匿名", StaffedDesk.TextOf(html), StringComparison.Ordinal);
        Assert.DoesNotContain("ask", ActsOf(html));
        Assert.Contains("ask", ActsOf((await desk.OpenAsync(sealed_)).Html));
        var (answer, page) = await StaffedDesk.SendAsync(desk.Hers, unreachable, "ask", html.Replace("/note\"", "/ask\"", StringComparison.Ordinal), ("text", "いつですか"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("返事を届ける方法がありません", page, StringComparison.Ordinal);
        Assert.Contains("readonly>いつですか</textarea>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("botframework:msteams", "f2f6b7a0-5a6c-4e0e-9b5f-0123456789ab", "報告者（Teams） 社内アカウントのID f2f6b7a0-5a6c-4e0e-9b5f-0123456789ab 担当")]
    [InlineData("botframework:msteams", "29:1abc", "報告者（Teams） 担当")]
    [InlineData("botframework:msteams", "jiro", "鈴木 次郎 担当")]
    [InlineData("directline", "dl_0123456789", "報告者（チャットページ） 担当")]
    [InlineData("botframework:webchat", "someone", "報告者 担当")]
    public async Task Whoever_reported_is_called_by_a_word_that_can_be_read(string channel, string person, string called)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync(Reported.Opened() with { Reporter = new Reporter(channel, "conversation", person) });
        Assert.Contains($"報告した人 {called}", StaffedDesk.TextOf((await desk.OpenAsync(number)).Html), StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Fields(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => (field.Split('=')[0], field.Split('=')[1]))];

    /// <summary>The forms that a page offers, by their last part.</summary>
    private static IReadOnlyList<string> ActsOf(string html) =>
        [.. html.Split("action=\"/officer/incidents/").Skip(1).Select(form => form.Split('"')[0].Split('/')[1])];
}
