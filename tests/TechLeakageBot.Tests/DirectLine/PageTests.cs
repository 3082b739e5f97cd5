using Microsoft.Playwright;

namespace TechLeakageBot.Tests.DirectLine;

public class PageTests
{
    [Fact]
    public async Task The_page_allows_no_inline_script_and_reaches_nothing_but_the_bot()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("{nonce}", html, StringComparison.Ordinal);
        foreach (var file in (string[])["page.js", "texts.js", "page.css", "webchat.js"])
        {
            using var asset = await host.Client.GetAsync(new Uri($"/page/{file}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(200, (int)asset.StatusCode);
        }
    }

    [Fact]
    public async Task Outside_local_mode_the_page_knows_no_personas()
    {
        await using var host = await DirectLineHost.StartAsync(
            null,
            "--BotFramework:AppId=11111111-1111-1111-1111-111111111111",
            "--BotFramework:TenantId=22222222-2222-2222-2222-222222222222",
            "--BotFramework:ClientSecret=not-used-here");
        var html = await host.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Contains("data-personas=\"\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<select", html, StringComparison.Ordinal);
        Assert.DoesNotContain("/officer", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/page/../appsettings.json")]
    [InlineData("/page/..%2fappsettings.json")]
    [InlineData("/page/package.json")]
    [InlineData("/appsettings.json")]
    public async Task Nothing_but_the_page_is_served(string path)
    {
        await using var host = await DirectLineHost.StartAsync();
        using var response = await host.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(404, (int)response.StatusCode);
    }

    [Fact]
    public async Task A_person_holds_a_conversation_on_the_page_and_goes_on_after_a_reload()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var host = await DirectLineHost.StartAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "ja-JP", ViewportSize = new() { Width = 360, Height = 740 } });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => Note(complaints, message);
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(host.Client.BaseAddress!.AbsoluteUri);
        var cards = page.Locator(".webchat__adaptive-card-renderer");
        await cards.First.WaitForAsync();
        await page.Locator("#suggestions button").First.ClickAsync();
        await cards.Nth(1).WaitForAsync();
        await page.Locator("#suggestions").WaitForAsync(new() { State = WaitForSelectorState.Hidden });

        await page.ReloadAsync();
        await cards.Nth(1).WaitForAsync();
        var box = page.Locator("[data-id=webchat-sendbox-input]");
        await box.FillAsync("浜松の工場です");
        await box.PressAsync("Enter");
        await cards.Nth(2).WaitForAsync();

        await page.Locator("#language").ClickAsync();
        Assert.Equal("Technology leakage desk", await page.Locator("h1").InnerTextAsync());
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "The page is wider than a telephone.");
        var person = Assert.Single(host.Store.Turns.Select(turn => turn.Conversation).Distinct());
        Assert.Equal("persona-employee", person.Person);
        Assert.Equal(3, host.Store.Turns.Count);
        Assert.Empty(complaints);
        await page.ScreenshotAsync(new() { Path = Chromium.PictureOf("chat-page") });
    }

    private static void Note(List<string> complaints, IConsoleMessage message)
    {
        if (message.Type is "error" or "warning")
            complaints.Add(message.Text);
    }
}
