using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Playwright;
using TechLeakageBot.Tests.DirectLine;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The desk as a browser shows it, with its script and without, on a telephone and on a screen.</summary>
public class DeskPageTests
{
    [Theory]
    [InlineData(360, true)]
    [InlineData(1200, true)]
    [InlineData(360, false)]
    public async Task An_officer_comes_in_looks_around_changes_the_language_and_leaves(int width, bool script)
    {
        await using var host = await DeskHost.StartAsync(map: app =>
        {
            app.MapGet("/officer/sample", () => new RazorComponentResult<ChartsSample>());
            app.MapGet("/officer/sample-empty", () => new RazorComponentResult<ChartsSample>(new { IsEmpty = true }));
        });
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "ja-JP", ViewportSize = new() { Width = width, Height = 800 }, JavaScriptEnabled = script });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        var name = $"desk-{width}{(script ? "" : "-plain")}";

        await page.GotoAsync(host.Link.AbsoluteUri);
        await FitsAsync(page, $"{name}-sign-in");
        await page.GetByLabel("佐藤 一郎").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "案件", Exact = true }).WaitForAsync();
        await FitsAsync(page, $"{name}-incidents");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("本文へ", await page.Locator(":focus").InnerTextAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "監査" }).ClickAsync();
        Assert.Equal("監査", await page.Locator("[aria-current=page]").InnerTextAsync());
        foreach (var sample in (string[])["sample", "sample-empty"])
        {
            await page.GotoAsync(new Uri(host.Address, $"/officer/{sample}").AbsoluteUri);
            await FitsAsync(page, $"{name}-{sample}");
        }

        await page.GotoAsync(new Uri(host.Address, "/officer/sample").AbsoluteUri);
        foreach (var table in await page.Locator("details summary").AllAsync())
            await table.ClickAsync();
        await FitsAsync(page, $"{name}-tables");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Incidents" }).WaitForAsync();
        await FitsAsync(page, $"{name}-english");
        host.Appoint(DeskHost.Officers[0]);
        await page.GotoAsync(new Uri(host.Address, "/officer").AbsoluteUri);
        await FitsAsync(page, $"{name}-forbidden");
        host.Appoint(DeskHost.Officers);
        await page.GotoAsync(new Uri(host.Address, "/officer/nowhere").AbsoluteUri);
        await FitsAsync(page, $"{name}-not-found");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out", Exact = true }).WaitForAsync();
        await FitsAsync(page, $"{name}-signed-out");
        await page.GotoAsync(new Uri(host.Address, "/officer").AbsoluteUri);
        Assert.Contains("/officer/sign-in", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("responded with a status of 40", StringComparison.Ordinal));
    }

    internal static async Task FitsAsync(IPage page, string picture)
    {
        await page.ScreenshotAsync(new() { Path = Chromium.PictureOf(picture), FullPage = true });
        var viewport = page.ViewportSize!.Width;
        var overflow = await page.Locator("html").EvaluateAsync<int>("html => html.scrollWidth");
        Assert.True(overflow <= viewport, $"{picture} is {overflow} pixels wide on a screen of {viewport}.");
    }
}
