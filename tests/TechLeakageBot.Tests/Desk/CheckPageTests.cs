using System.Net;
using System.Text;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Desk.Pages;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Tests.Storage;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The self-check at the desk.</summary>
public class CheckPageTests
{
    private const string Rules = "measure.people.rules";
    private const string RulesPage = "/officer/check/1/items/4";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_first_round_it_says_so_and_opens_one()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var (_, empty) = await DeskHost.GetAsync(desk.Hers, "/officer/check");
        Assert.Contains("自己点検はまだ始まっていません。", empty, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/officer/check\" aria-current=\"page\">自己点検</a>", empty, StringComparison.Ordinal);

        using var answer = await DeskHost.PostAsync(desk.Hers, "/officer/check/open", empty);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, "/officer/check")).Html);
        Assert.Contains("自己点検 第1回", page, StringComparison.Ordinal);
        Assert.Contains("32. 自社が管理する場で共有し", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybodys_answers_are_counted_and_nobody_is_named()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka-id", CheckAnswer.Yes, "規程集 <b>第3章</b>", "https://wiki.example.co.jp/rules");
        await AnswerAsync(desk, "suzuki-id", CheckAnswer.Partly);

        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer/check");
        var (_, item) = await DeskHost.GetAsync(desk.Hers, RulesPage);

        Assert.Contains("できている 1 · 一部できている 1", StaffedDesk.TextOf(html), StringComparison.Ordinal);
        Assert.Contains("答えが分かれています", html, StringComparison.Ordinal);
        Assert.Contains("規程集 &lt;b&gt;第3章", item, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://wiki.example.co.jp/rules\" target=\"_blank\" rel=\"noopener noreferrer\">", item, StringComparison.Ordinal);
        Assert.DoesNotContain("tanaka-id", html + item, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_settles_an_item_and_its_history_stays()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes);
        await SettleAsync(desk, ("answer", "Partly"), ("note", "工場の規程が未整備"), ("link", "https://wiki.example.co.jp/r"), ("responsible", "総務部 高橋"));
        await SettleAsync(desk, ("answer", "No"), ("note", ""), ("link", ""), ("responsible", "総務部 高橋"));

        var page = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, $"{RulesPage}?done=1")).Html);
        var round = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, "/officer/check")).Html);

        Assert.Contains("保存しました。", page, StringComparison.Ordinal);
        Assert.Contains("まだ · 責任者が確定", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("山田 花子 まだ · 担当者: 総務部 高橋", StringComparison.Ordinal) < page.IndexOf("工場の規程が未整備", StringComparison.Ordinal));
        Assert.Contains("次に取り組むと効果が大きいこと", round, StringComparison.Ordinal);
        Assert.Contains("担当者: 総務部 高橋", round, StringComparison.Ordinal);
        Assert.Contains("ハンドブック p.11, 17、ガイダンス p.65", round, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("answer=Maybe", "入力されていない項目があります。")]
    [InlineData("answer=3", "入力されていない項目があります。")]
    [InlineData("answer=Yes&link=javascript:alert(1)", "このリンクは残せません。")]
    [InlineData("answer=Yes&link=https://a:b@example.co.jp/", "このリンクは残せません。")]
    public async Task A_form_that_is_wrong_is_told_and_settles_nothing(string fields, string told)
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes);
        var (_, open) = await DeskHost.GetAsync(desk.Hers, RulesPage);
        using var answer = await DeskHost.PostAsync(desk.Hers, RulesPage, open, StaffedDesk.Fields(fields + "&note=メモは残る"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.Contains(told, html, StringComparison.Ordinal);
        Assert.Contains("メモは残る</textarea>", html, StringComparison.Ordinal);
        Assert.Empty(await desk.Service<ISelfChecks>().SettlementsAsync(1, Cancel));
    }

    [Fact]
    public async Task A_note_that_is_too_long_is_told_and_secrets_are_masked()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes);
        var (_, open) = await DeskHost.GetAsync(desk.Hers, RulesPage);
        using var refused = await DeskHost.PostAsync(desk.Hers, RulesPage, open, ("answer", ""), ("note", new string('図', 501)));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        await SettleAsync(desk, ("answer", ""), ("note", "tanaka@example.co.jp に確認"));
        Assert.Equal("●●● に確認", Assert.Single(await desk.Service<ISelfChecks>().SettlementsAsync(1, Cancel)).Note);
    }

    [Fact]
    public async Task Of_two_officers_the_second_is_told_and_sees_what_the_first_saved()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes);
        var (_, open) = await DeskHost.GetAsync(desk.Hers, RulesPage);
        await SettleAsync(desk, ("answer", "No"), ("note", "先に保存"));

        using var late = await DeskHost.PostAsync(desk.Hers, RulesPage, open, ("answer", "Yes"), ("note", "後から"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var html = await late.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("その間にほかの責任者が保存しています。", html, StringComparison.Ordinal);
        Assert.Contains("先に保存", html, StringComparison.Ordinal);
        Assert.Contains("後から</textarea>", html, StringComparison.Ordinal);
        Assert.Equal(CheckAnswer.No, Assert.Single((await desk.Service<ISelfChecks>().SheetsAsync(Cancel))[0].Settled).Answer);
        using var again = await DeskHost.PostAsync(desk.Hers, RulesPage, html, ("answer", "Yes"), ("note", "後から"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task A_closed_round_is_kept_and_the_next_is_compared_with_it()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.No);
        var (_, open) = await DeskHost.GetAsync(desk.Hers, "/officer/check/1");
        var (_, item) = await DeskHost.GetAsync(desk.Hers, RulesPage);
        using var closed = await DeskHost.PostAsync(desk.Hers, "/officer/check/1/close", open);
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
        using var twice = await DeskHost.PostAsync(desk.Hers, "/officer/check/1/close", open);
        using var late = await DeskHost.PostAsync(desk.Hers, RulesPage, item, ("answer", "Yes"));
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (twice.StatusCode, late.StatusCode));
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes, round: 2);

        var page = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, "/officer/check/history?from=1&to=2")).Html);

        Assert.Contains("実施の割合は0%（1項目に答え）から100%（1項目に答え）になりました。進んだ項目は1、戻った項目は0です。", page, StringComparison.Ordinal);
        Assert.Contains("規程がありますか。 まだ できている 進んだ", page, StringComparison.Ordinal);
        Assert.Contains("第2回", page, StringComparison.Ordinal);
        Assert.DoesNotContain("action=\"/officer/check/1/close\"", (await DeskHost.GetAsync(desk.Hers, "/officer/check/1")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/officer/check/1")]
    [InlineData("/officer/check/1/items/33")]
    [InlineData("/officer/check/9/report")]
    [InlineData("/officer/check/9/csv")]
    [InlineData("/officer/check/nothing")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var desk = await StaffedDesk.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await DeskHost.GetAsync(desk.Hers, path)).Answer.StatusCode);
    }

    [Theory]
    [InlineData("/officer/check/1/csv", "text/csv")]
    [InlineData("/officer/check/1/report", "text/html")]
    public async Task What_leaves_the_desk_holds_every_item(string path, string type)
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes, "=HYPERLINK(1)");
        await SettleAsync(desk, ("answer", "Partly"), ("note", "+81 に\"電話\""), ("responsible", "@高橋"));

        using var answer = await desk.Hers.GetAsync(new Uri(path, UriKind.Relative), Cancel);

        var bytes = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        foreach (var item in new Checklist(DirectLine.DirectLineHost.Knowledge.Handbook).Items)
            Assert.Contains(item.Check.Ja, text, StringComparison.Ordinal);
        if (type != "text/csv")
            return;
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("self-check-1.csv", answer.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains("\"'+81 に\"\"電話\"\"\"", text, StringComparison.Ordinal);
        Assert.Contains("\"'@高橋\"", text, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(1)\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData(" =1+1", "\"' =1+1\"")]
    [InlineData("-5", "\"'-5\"")]
    [InlineData("＝1", "\"'＝1\"")]
    [InlineData("a=1", "\"a=1\"")]
    [InlineData("", "\"\"")]
    public void No_cell_is_a_formula(string text, string cell) => Assert.Equal(cell, CheckCsv.Cell(text));

    [Fact]
    public async Task Incidents_are_offered_as_evidence_and_change_nothing()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Yes);
        await desk.ReportAsync(Reported.Opened() with { Topic = "case.people.sns", SimilarCase = null });
        var page = StaffedDesk.TextOf((await DeskHost.GetAsync(desk.Hers, RulesPage)).Html);
        Assert.Contains("この対策に関わる社内の報告：1件", page, StringComparison.Ordinal);
        Assert.Contains("できている · 答えが一致", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_pages_speak_English_too()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AnswerAsync(desk, "tanaka", CheckAnswer.Partly);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/officer/check", UriKind.Relative));
        request.Headers.Add("Accept-Language", "en");
        using var answer = await desk.Hers.SendAsync(request, Cancel);
        var page = StaffedDesk.TextOf(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Contains("Self-check, round 1", page, StringComparison.Ordinal);
        Assert.Contains("Partly 1", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("[ぁ-ん]", page.Replace("山田 花子", "", StringComparison.Ordinal).Replace("日本語", "", StringComparison.Ordinal));
    }

    private static async Task SettleAsync(StaffedDesk desk, params (string Name, string Value)[] fields)
    {
        var (_, open) = await DeskHost.GetAsync(desk.Hers, RulesPage);
        using var answer = await DeskHost.PostAsync(desk.Hers, RulesPage, open, fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static async Task AnswerAsync(StaffedDesk desk, string person, CheckAnswer answer, string note = "", string link = "", int round = 1)
    {
        var key = Turn.Key(Guid.NewGuid().ToString("N"), person);
        Assert.IsType<CommitOutcome.Committed>(await desk.Service<IStore>().CommitAsync(Turn.Of(key, "m", 0, new Effect.Check(round, Rules, answer, note, link)), Cancel));
    }
}
