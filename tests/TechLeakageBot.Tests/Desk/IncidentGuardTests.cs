using System.Net;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>What an incident's page takes from nobody, and what it takes as mere text.</summary>
public class IncidentGuardTests
{
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
        var (answer, _) = await StaffedDesk.SendAsync(desk.Hers, number, "delete", html.Replace("/note\"", "/delete\"", StringComparison.Ordinal), StaffedDesk.Fields(fields));
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
            var (answer, _) = await desk.SubmitAsync(number, act, [.. StaffedDesk.Fields(fields), ("text", Markup)]);
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
}
