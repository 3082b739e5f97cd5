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

        var (answer, _) = await desk.SubmitAsync(number, act, StaffedDesk.Fields(fields));

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
        var (answer, page) = await StaffedDesk.SendAsync(desk.Hers, number, act, html.Replace("/note\"", $"/{act}\"", StringComparison.Ordinal), StaffedDesk.Fields(fields));

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

        var (answer, html) = await StaffedDesk.SendAsync(desk.Hers, number, act, open, [.. StaffedDesk.Fields(fields), ("text", "長い文章")]);

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

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => StaffedDesk.SendAsync(desk.Hers, number, act, open, StaffedDesk.Fields(fields))));

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

    /// <summary>The forms that a page offers, by their last part.</summary>
    private static IReadOnlyList<string> ActsOf(string html) =>
        [.. html.Split("action=\"/officer/incidents/").Skip(1).Select(form => form.Split('"')[0].Split('/')[1])];
}
