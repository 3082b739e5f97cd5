using Microsoft.Playwright;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.DirectLine;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The pages with data in them as a browser shows them: everything within the screen, every label of a chart within its card.</summary>
public class FilledPagesTests
{
    /// <summary>The labels that stick out of their card, with how far on either side.</summary>
    private const string SticksOut =
        """
        () => [...document.querySelectorAll(".picture text")].flatMap(label => {
          const [inside, card] = [label.getBoundingClientRect(), label.closest(".chart").getBoundingClientRect()];
          const out = Math.max(card.left - inside.left, inside.right - card.right);
          return inside.width > 0 && out > 1 ? [`${label.textContent} by ${out}`] : [];
        })
        """;

    [Theory]
    [InlineData(360, 0)]
    [InlineData(360, 20_000)]
    [InlineData(1200, 0)]
    [InlineData(1200, 20_000)]
    public async Task An_officer_works_on_an_incident_and_every_page_fits(int width, int minutes)
    {
        await using var desk = await StaffedDesk.StartAsync();
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "ja-JP", ViewportSize = new() { Width = width, Height = 800 } });
        var number = await desk.ReportAsync(Reported.Opened(new string('長', 300)), at: desk.Time.GetUtcNow().AddMinutes(-minutes));
        await desk.ActAsync(number, new OfficerAction.Acknowledge());
        await SetAsideAsync(desk);
        foreach (var cookie in desk.Host.Cookies)
            await context.AddCookiesAsync([new() { Name = cookie.Name, Value = cookie.Value, Domain = "127.0.0.1", Path = cookie.Path }]);
        var page = await context.NewPageAsync();
        var name = $"filled-{width}-{minutes}";

        await page.GotoAsync(desk.Host.Address + "officer");
        await DeskPageTests.FitsAsync(page, $"{name}-incidents");
        Assert.Empty(await page.EvaluateAsync<string[]>(SticksOut));
        await page.GetByRole(AriaRole.Link, new() { Name = number }).ClickAsync();
        await page.GetByText("メモ", new() { Exact = true }).First.ClickAsync();
        await page.Locator("form[action$='/note'] textarea").FillAsync("本人に電話した");
        await page.Locator("form[action$='/note'] button").ClickAsync();
        await page.GetByRole(AriaRole.Status).WaitForAsync();
        await DeskPageTests.FitsAsync(page, $"{name}-incident");
        foreach (var address in (string[])[$"incidents/{number}/pack", "delivery", "audit", "training", "training/people", "training/assign", "training/import", "training/certificates"])
        {
            await page.GotoAsync(desk.Host.Address + "officer/" + address);
            await DeskPageTests.FitsAsync(page, $"{name}-{address.Split('/')[^1]}");
        }
    }

    private static async Task SetAsideAsync(StaffedDesk desk)
    {
        var outbox = desk.Service<IOutbox>();
        foreach (var row in await outbox.DueAsync(desk.Time.GetUtcNow(), 1, TestContext.Current.CancellationToken))
            await outbox.SetAsideAsync(row.Id, new string('x', 200), TestContext.Current.CancellationToken);
    }
}
