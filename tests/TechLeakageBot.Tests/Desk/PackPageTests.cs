using System.Net;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The referral pack as a page, as a form and as a file.</summary>
public class PackPageTests
{
    private static readonly (string Name, string Value)[] Written =
        [("happened", "展示会で声をかけられた"), ("disclosed", "図面 1 枚"), ("counterpart", "見知らぬ商社"), ("contact", "山田 花子\r\n06-0000-0000")];

    [Fact]
    public async Task A_pack_starts_from_the_report_and_the_officer()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();

        var text = StaffedDesk.TextOf((await PackAsync(desk, number)).Html);

        Assert.Contains("図面を送ってしまいました", text, StringComparison.Ordinal);
        Assert.Contains("山田 花子 技術流出対策責任者 06-0000-0000 hanako@example.co.jp", text, StringComparison.Ordinal);
        Assert.Contains("見本精機", text, StringComparison.Ordinal);
        Assert.Contains("まだ承認されていません。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("この内容で承認する", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_edited_approved_and_an_edit_takes_the_approval_away()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();

        var edited = await SubmitAsync(desk, number, "pack", Written);
        Assert.Contains("展示会で声をかけられた", edited, StringComparison.Ordinal);
        Assert.Contains("この内容で承認する", edited, StringComparison.Ordinal);
        Assert.Contains("承認：山田 花子（2026-11-20 18:00 JST）", await SubmitAsync(desk, number, "pack/approve"), StringComparison.Ordinal);
        Assert.Contains("承認：山田 花子（2026\\-11\\-20 18\\:00 JST）", await MarkdownAsync(desk, number), StringComparison.Ordinal);
        Assert.Contains("まだ承認されていません。", await SubmitAsync(desk, number, "pack", ("happened", "別の話")), StringComparison.Ordinal);

        Assert.Equal(
            [typeof(IncidentEvent.PackEdited), typeof(IncidentEvent.PackApproved), typeof(IncidentEvent.PackEdited)],
            (await desk.FindAsync(number)).Timeline.Skip(1).Select(recorded => recorded.Event.GetType()));
    }

    [Fact]
    public async Task Who_approves_second_sees_who_was_first()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await SubmitAsync(desk, number, "pack", Written);
        var (_, open) = await PackAsync(desk, number);
        await desk.ActAsync(number, new OfficerAction.ApprovePack(), StaffedDesk.Jiro);

        var (answer, html) = await StaffedDesk.SendAsync(desk.Hers, number, "pack/approve", open);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("鈴木 次郎さんが2026-11-20 18:00 JSTに、すでに対応しています。", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_nothing_to_approve_before_the_first_edit()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, html) = await PackAsync(desk, number);
        var (answer, page) = await StaffedDesk.SendAsync(desk.Hers, number, "pack/approve", html.Replace("/pack\"", "/pack/approve\"", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("相談資料がまだありません", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_is_too_long_is_refused_and_every_part_stays_as_typed()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        var (_, open) = await PackAsync(desk, number);
        Assert.Equal(4, open.Split($"maxlength=\"{Incident.LongestText}\"").Length - 1);

        var (answer, html) = await StaffedDesk.SendAsync(
            desk.Hers, number, "pack", open, ("happened", new string('図', Incident.LongestText + 1)), ("disclosed", "一枚"), ("counterpart", "商社"), ("contact", "内線"));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("一度に送れるのは10000文字までです。", html, StringComparison.Ordinal);
        Assert.All(["図</textarea>", "一枚</textarea>", "商社</textarea>", "内線</textarea>"], part => Assert.Contains(part, html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_same_stands_on_the_page_and_in_the_file()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await SubmitAsync(desk, number, "pack", Written);
        await desk.ActAsync(number, new OfficerAction.Note("社内だけのメモ"));
        await desk.ActAsync(number, new OfficerAction.Consult(Consulted.Police, "生活安全課"));

        var page = StaffedDesk.TextOf((await PackAsync(desk, number)).Html);
        var file = await MarkdownAsync(desk, number);

        foreach (var part in (string[])["展示会で声をかけられた", "図面 1 枚", "見知らぬ商社", "大阪工場", "近畿経済産業局", "警察"])
        {
            Assert.Contains(part, page, StringComparison.Ordinal);
            Assert.Contains(part, file, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("社内だけのメモ", page + file, StringComparison.Ordinal);
        Assert.Contains("- 山田 花子\n- 06\\-0000\\-0000\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_is_named_by_the_incident_and_every_reading_is_an_export()
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync();
        await PackAsync(desk, number);

        using var answer = await desk.Hers.GetAsync(new Uri($"{StaffedDesk.PathOf(number)}/pack.md", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/markdown", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(("attachment", $"{number}.md"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileName));
        Assert.Equal(["event reporter", $"exported {StaffedDesk.Hanako}", $"exported {StaffedDesk.Hanako}"], await desk.AuditOfAsync(number));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_tells_who_reported(bool isAnonymous)
    {
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync(Reported.Opened() with { Reporter = isAnonymous ? null : new Reporter(OfficersHost.Channel, "19:conversation", "f2f6b7a0-person"), Seal = isAnonymous ? "the-seal" : null });

        var all = (await PackAsync(desk, number)).Html + await MarkdownAsync(desk, number);

        Assert.Contains(isAnonymous ? "報告した人: 匿名" : "社内で把握", all, StringComparison.Ordinal);
        Assert.All(["f2f6b7a0", "19:conversation", "the-seal", "msteams"], trace => Assert.DoesNotContain(trace, all, StringComparison.Ordinal));
        if (isAnonymous)
            Assert.DoesNotContain("the-seal", (await desk.OpenAsync(number)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Markup_stays_text_on_the_page_and_in_the_file()
    {
        const string Markup = "</textarea><script>alert(1)</script> <b>x</b> # 見出し [x](javascript:alert(1)) ![x](https://evil.example/x.png) `y`";
        await using var desk = await StaffedDesk.StartAsync();
        var number = await desk.ReportAsync(Reported.Opened(Markup));

        var page = await SubmitAsync(desk, number, "pack", ("happened", Markup), ("disclosed", Markup), ("counterpart", $"# {Markup}"), ("contact", $"1. {Markup}"));
        var file = await MarkdownAsync(desk, number);

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<", file, StringComparison.Ordinal);
        Assert.DoesNotContain("](", file, StringComparison.Ordinal);
        Assert.Contains("\\# 見出し \\[x\\]\\(javascript\\:alert\\(1\\)\\)", file, StringComparison.Ordinal);
        Assert.Contains("- 1\\. &lt;/textarea&gt;", file, StringComparison.Ordinal);
    }

    private static Task<(HttpResponseMessage Answer, string Html)> PackAsync(StaffedDesk desk, string number) =>
        DeskHost.GetAsync(desk.Hers, StaffedDesk.PathOf(number) + "/pack");

    private static async Task<string> MarkdownAsync(StaffedDesk desk, string number) =>
        (await DeskHost.GetAsync(desk.Hers, StaffedDesk.PathOf(number) + "/pack.md")).Html;

    /// <returns>The page after it.</returns>
    private static async Task<string> SubmitAsync(StaffedDesk desk, string number, string form, params (string Name, string Value)[] fields)
    {
        var (answer, _) = await StaffedDesk.SendAsync(desk.Hers, number, form, (await PackAsync(desk, number)).Html, fields);
        Assert.Equal((HttpStatusCode.Redirect, StaffedDesk.PathOf(number) + "/pack"), (answer.StatusCode, answer.Headers.Location?.OriginalString));
        return (await PackAsync(desk, number)).Html;
    }
}
