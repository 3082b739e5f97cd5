using System.Net;
using Microsoft.AspNetCore.Builder;
using TechLeakageBot.Desk;

namespace TechLeakageBot.Tests.Desk;

public class GuardTests
{
    [Theory]
    [InlineData("/officer")]
    [InlineData("/officer/")]
    [InlineData("/officer/audit?from=2026")]
    [InlineData("/officer/no-such-page")]
    public async Task Whoever_is_not_signed_in_is_led_to_the_sign_in(string address)
    {
        await using var host = await DeskHost.StartAsync();
        var (answer, _) = await DeskHost.GetAsync(host.Client, address);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/officer/sign-in?to=" + Uri.EscapeDataString(address), answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/officer/sign-in")]
    [InlineData("/officer/sign-out")]
    [InlineData("/officer/language")]
    [InlineData("/officer/anything")]
    public async Task A_post_without_the_pages_token_is_refused(string address)
    {
        await using var host = await DeskHost.StartAsync();
        await host.SignInAsync();
        using var form = new FormUrlEncodedContent([new("person", "hanako@example.co.jp"), new("code", host.Link.Query[6..]), new("language", "en")]);
        using var answer = await host.Client.PostAsync(new Uri(address, UriKind.Relative), form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("もう一度お試しください", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie") && answer.Headers.GetValues("Set-Cookie").Any(cookie => cookie.StartsWith("desk_language", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.OK, (await DeskHost.GetAsync(host.Client, "/officer")).Answer.StatusCode);
    }

    [Theory]
    [InlineData("/officer", 302)]
    [InlineData("/officer/sign-in", 401)]
    [InlineData("/officer/signed-out", 200)]
    public async Task Every_answer_holds_the_browser_to_this_bot(string address, int status)
    {
        await using var host = await DeskHost.StartAsync();
        var (answer, html) = await DeskHost.GetAsync(host.Client, address);
        Assert.Equal(status, (int)answer.StatusCode);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_shows_a_page_and_nothing_of_its_inside()
    {
        await using var host = await DeskHost.StartAsync(map: app => app.MapGet("/officer/broken", string () => throw new InvalidOperationException("my inside")));
        await host.SignInAsync();
        var (answer, html) = await DeskHost.GetAsync(host.Client, "/officer/broken");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("うまく表示できませんでした", html, StringComparison.Ordinal);
        Assert.DoesNotContain("inside", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so()
    {
        await using var host = await DeskHost.StartAsync();
        await host.SignInAsync();
        var (answer, html) = await DeskHost.GetAsync(host.Client, "/officer/no-such-page");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("ページが見つかりません", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_from_another_site_leads_on_so_that_the_cookie_is_shown()
    {
        await using var host = await DeskHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/officer/audit?from=2026");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", "document");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("""content="0;url=/officer/audit?from=2026""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_files_are_kept_for_good_by_their_version_and_compressed()
    {
        await using var host = await DeskHost.StartAsync();
        var (_, html) = await DeskHost.GetAsync(host.Client, "/officer/signed-out");
        Assert.Contains("サインアウト", html, StringComparison.Ordinal);
        var script = html.Split('"').Single(part => part.EndsWith("/desk.js", StringComparison.Ordinal)).Replace("desk.js", "fluent.js", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Get, script);
        request.Headers.Add("Accept-Encoding", "br");
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("br", answer.Content.Headers.ContentEncoding.Single());
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 1, 150_000);
    }

    [Theory]
    [InlineData("/officer/audit?page=2", "/officer/audit?page=2")]
    [InlineData("/officer", "/officer")]
    [InlineData("/officers", "/officer")]
    [InlineData("//evil.example/officer", "/officer")]
    [InlineData("https://evil.example/officer", "/officer")]
    [InlineData("/officer/\\evil.example", "/officer")]
    [InlineData("/officer/\r\nX: y", "/officer")]
    [InlineData(null, "/officer")]
    public void Only_addresses_of_the_desk_are_come_back_to(string? asked, string safe) => Assert.Equal(safe, DeskAddress.Safe(asked));

    [Theory]
    [InlineData("ja-JP,ja;q=0.9", "lang=\"ja\"")]
    [InlineData("en-US,en;q=0.9,ja;q=0.8", "lang=\"en\"")]
    [InlineData("*", "lang=\"ja\"")]
    [InlineData("", "lang=\"ja\"")]
    [InlineData("de", "lang=\"en\"")]
    public async Task The_browser_tells_the_first_language_and_a_button_changes_it(string wish, string lang)
    {
        await using var host = await DeskHost.StartAsync();
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", wish);
        var (_, html) = await DeskHost.GetAsync(host.Client, "/officer/signed-out");
        Assert.Contains($"<html {lang}", html, StringComparison.Ordinal);
        var other = lang.Contains("ja", StringComparison.Ordinal) ? "en" : "ja";
        using var changed = await DeskHost.PostAsync(host.Client, "/officer/language", html, ("language", other));
        Assert.Equal("/officer/signed-out", changed.Headers.Location!.OriginalString);
        Assert.Contains($"<html lang=\"{other}\"", (await DeskHost.GetAsync(host.Client, "/officer/signed-out")).Html, StringComparison.Ordinal);
    }
}
