using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using TechLeakageBot.Hosting;
using TechLeakageBot.Tests.BotFramework;

namespace TechLeakageBot.Tests.Desk;

public class EntraSignInTests
{
    [Theory]
    [InlineData("preferred_username", "Hanako@Example.co.jp")]
    [InlineData("upn", "I.Sato@corp.example.co.jp")]
    [InlineData("email", "ichiro@example.co.jp")]
    public async Task An_officer_of_the_tenant_comes_in(string claim, string account)
    {
        await using var tenant = await FakeTenant.StartAsync();
        await using var host = await StartAsync(tenant);
        tenant.Claims[claim] = account;
        using var answer = await SignInAsync(host, tenant, "/officer/audit");
        Assert.Equal("/officer/audit", answer.Headers.Location!.OriginalString);
        var (page, html) = await DeskHost.GetAsync(host.Client, "/officer/audit");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("監査", html, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("code_verifier=", tenant.Asked, StringComparison.Ordinal);

        host.Appoint();
        Assert.Equal(HttpStatusCode.Forbidden, (await DeskHost.GetAsync(host.Client, "/officer")).Answer.StatusCode);
    }

    [Fact]
    public async Task Somebody_else_of_the_tenant_sees_a_clear_page_and_may_sign_out()
    {
        await using var tenant = await FakeTenant.StartAsync();
        await using var host = await StartAsync(tenant);
        tenant.Claims["preferred_username"] = "taro@example.co.jp";
        using var answer = await SignInAsync(host, tenant);
        var (page, html) = await DeskHost.GetAsync(host.Client, "/officer");
        Assert.Equal(HttpStatusCode.Forbidden, page.StatusCode);
        Assert.Contains("このページは責任者専用です", html, StringComparison.Ordinal);
        Assert.DoesNotContain("taro", html, StringComparison.Ordinal);
        Assert.DoesNotContain("example.co.jp", html, StringComparison.Ordinal);
        using var signedOut = await DeskHost.PostAsync(host.Client, "/officer/sign-out", html);
        Assert.Equal("/officer/signed-out", signedOut.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("tenant")]
    [InlineData("audience")]
    [InlineData("key")]
    [InlineData("state")]
    public async Task A_sign_in_that_is_not_sound_ends_on_a_page_and_without_a_session(string flaw)
    {
        await using var tenant = await FakeTenant.StartAsync();
        await using var host = await StartAsync(tenant);
        tenant.Claims["preferred_username"] = "hanako@example.co.jp";
        if (flaw == "tenant")
            tenant.Claims["tid"] = Guid.NewGuid().ToString();
        if (flaw == "audience")
            tenant.Audience = "another-app";
        if (flaw == "key")
            tenant.SignedWith = FakeIssuer.NewKey("tenant-1");
        using var other = host.NewClient();
        var back = tenant.SignIn(await ChallengeAsync(host, "/officer"));
        var (answer, html) = await DeskHost.GetAsync(flaw == "state" ? other : host.Client, back.AbsoluteUri);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("サインインが完了しませんでした", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await DeskHost.GetAsync(host.Client, "/officer")).Answer.StatusCode);
    }

    [Fact]
    public async Task No_link_of_the_console_exists_here()
    {
        await using var tenant = await FakeTenant.StartAsync();
        await using var host = await StartAsync(tenant);
        var (_, html) = await DeskHost.GetAsync(host.Client, "/officer/sign-in?code=x");
        Assert.Empty(host.Console);
        Assert.DoesNotContain("name=\"code\"", html, StringComparison.Ordinal);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/officer/sign-in") { Content = new FormUrlEncodedContent([new("code", "x")]) };
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/officer", "iframe")]
    [InlineData("/officer/incidents/TL-2026-0001?done=1", "iframe")]
    [InlineData("/officer/sign-in?to=%2Fofficer%2Faudit", "frame")]
    public async Task In_a_tab_of_Teams_stands_a_link_that_opens_the_desk_in_the_browser(string address, string frame)
    {
        await using var tenant = await FakeTenant.StartAsync();
        await using var host = await StartAsync(tenant);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Sec-Fetch-Mode", "navigate");
        request.Headers.Add("Sec-Fetch-Dest", frame);
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($"href=\"{address}\" target=\"_blank\" rel=\"noopener\">ブラウザーで開く</a>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", html, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Contains("frame-ancestors https://teams.microsoft.com", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_a_proxy_the_way_back_is_the_public_address_and_cookies_travel_encrypted_only()
    {
        await using var tenant = await FakeTenant.StartAsync();
        await using var host = await StartAsync(tenant, "--Officer:PublicUrl=https://bot.example.co.jp");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/officer/sign-in/start");
        request.Headers.Host = "bot.example.co.jp";
        using var answer = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal("https://bot.example.co.jp/officer/signed-in", QueryHelpers.ParseQuery(answer.Headers.Location!.Query)["redirect_uri"]);
        var cookies = answer.Headers.GetValues("Set-Cookie").ToArray();
        Assert.Equal(2, cookies.Length);
        Assert.All(cookies, cookie => Assert.Contains("; secure; samesite=lax; httponly", cookie, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_issuer_that_cannot_be_reached_is_no_fault_of_the_bot()
    {
        await using var host = await DeskHost.StartAsync(settings: [.. Registration, "--Officer:Authority=http://127.0.0.1:9"]);
        var (answer, html) = await DeskHost.GetAsync(host.Client, "/officer/sign-in/start");
        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Contains("サインインが完了しませんでした", html, StringComparison.Ordinal);
    }

    [Fact]
    public void An_authority_without_tls_stops_the_start() => Assert.StartsWith(
        "Officer:Authority",
        Assert.Throws<SettingsException>(() => BotApp.Build([.. Registration, "--Officer:Authority=http://login.example.com"])).Message,
        StringComparison.Ordinal);

    private static string[] Registration =>
        [$"--BotFramework:AppId={TestBot.AppId}", $"--BotFramework:TenantId={TestBot.Tenant}", "--BotFramework:ClientSecret=secret"];

    private static Task<DeskHost> StartAsync(FakeTenant tenant, params string[] more) =>
        DeskHost.StartAsync(settings: [.. Registration, $"--Officer:Authority={tenant.Url}", .. more]);

    private static async Task<Uri> ChallengeAsync(DeskHost host, string to)
    {
        var (page, html) = await DeskHost.GetAsync(host.Client, "/officer/sign-in?to=" + Uri.EscapeDataString(to));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var start = html.Split("href=\"").Select(part => part.Split('"')[0]).Single(link => link.StartsWith("/officer/sign-in/start", StringComparison.Ordinal));
        var (answer, _) = await DeskHost.GetAsync(host.Client, start);
        return answer.Headers.Location!;
    }

    private static async Task<HttpResponseMessage> SignInAsync(DeskHost host, FakeTenant tenant, string to = "/officer") =>
        await host.Client.GetAsync(tenant.SignIn(await ChallengeAsync(host, to)), TestContext.Current.CancellationToken);
}
