using Microsoft.Playwright;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;
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

    private static readonly string[] Names = ["青木 一", "非常に長い名前の人が名簿に書かれていることもあります", "Alexandra Constantinopoulos-Weatherby", "上田 三"];
    private static readonly string[] Departments = ["製造部", "技術開発本部 先端材料研究所 第二グループ（国際連携担当）", "営業部", "品質保証部", ""];
    private static readonly string[] Topics = ["case.people.sns", "case.people.exhibition", "measure.people.rules", "case.partners.equipment", "measure.overseas.exit-equipment", "guide.impact"];

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
        foreach (var address in (string[])[$"incidents/{number}/pack", "delivery", "audit"])
        {
            await page.GotoAsync(desk.Host.Address + "officer/" + address);
            await DeskPageTests.FitsAsync(page, $"{name}-{address.Split('/')[^1]}");
        }
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1200)]
    public async Task Training_fits_with_people_on_the_list_faults_in_a_file_and_a_certificate(int width)
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync($"社員ID,氏名,部署,拠点\n{string.Concat(Enumerable.Range(0, 60).Select(i => $"{TrainingSite.Id(i)},{Names[i % 4]},{Departments[i % 5]},{(i % 2 == 0 ? "大阪工場" : "浜松工場")}\n"))}");
        await site.AssignAsync(site.His, "", ("course", "everyone"), ("site", ""), ("department", ""), ("due", "2026-11-20"));
        await site.AssignAsync(site.His, "", ("course", "overseas"), ("site", "osaka"), ("department", ""), ("due", "2027-01-31"));
        var number = "";
        for (var person = 0; person < 34; person++)
        {
            number = await site.CompleteAsync(person, TrainingSite.Today.AddDays(person % 5 == 0 ? 1 : -11 * person));
            await site.PractiseAsync(person, trainee => trainee with { Memory = Topics.ToDictionary(topic => topic, topic => new TopicMemory(1, 5, Reported.At, TrainingSite.Today, (person + topic.Length) % 4, 4)) });
        }

        site.Desk.Time.Advance(TimeSpan.FromDays(2));
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.Browser.NewContextAsync(new() { Locale = "ja-JP", ViewportSize = new() { Width = width, Height = 800 } });
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);
        page.PageError += (_, error) => complaints.Add(error);
        await page.GotoAsync(site.Desk.Host.Address + "officer/sign-in");
        await page.GotoAsync(site.Desk.Host.Link.AbsoluteUri);
        await page.Locator($"input[value='{StaffedDesk.Jiro}']").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "サインインする" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "研修", Exact = true }).ClickAsync();
        foreach (var address in (string[])["", "/people", "/assign", "/import", "/certificates", $"/certificates?number={number}", $"/certificates/{number}"])
        {
            await page.GotoAsync(site.Desk.Host.Address.AbsoluteUri.TrimEnd('/') + TrainingSite.Path + address);
            await DeskPageTests.FitsAsync(page, $"training-{width}{address.Split('?')[0].Replace('/', '-')}{(address.Contains('?', StringComparison.Ordinal) ? "-found" : "")}");
            Assert.Empty(await page.EvaluateAsync<string[]>(SticksOut));
        }

        await page.GotoAsync(site.Desk.Host.Address.AbsoluteUri.TrimEnd('/') + TrainingSite.Path + "/import");
        foreach (var (list, name) in (ValueTuple<string, string>[])[($"社員ID,氏名,拠点\nE-1,,{new string('長', 500)}\n", "faults"), (TrainingSite.List, "checked")])
        {
            await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "list.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(list) });
            await page.GetByRole(AriaRole.Button, new() { Name = "内容を確かめる" }).ClickAsync();
            await page.WaitForLoadStateAsync();
            await DeskPageTests.FitsAsync(page, $"training-{width}-import-{name}");
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "この内容で取り込む" }).ClickAsync();
        await page.GetByText("取り込みました。").WaitForAsync();
        await page.GotoAsync($"{site.Desk.Host.Address}certificates/{number}");
        await DeskPageTests.FitsAsync(page, $"training-{width}-certificate");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await DeskPageTests.FitsAsync(page, $"training-{width}-certificate-print");
        Assert.DoesNotContain(complaints, complaint => !complaint.Contains("responded with a status of 40", StringComparison.Ordinal));
    }

    private static async Task SetAsideAsync(StaffedDesk desk)
    {
        var outbox = desk.Service<IOutbox>();
        foreach (var row in await outbox.DueAsync(desk.Time.GetUtcNow(), 1, TestContext.Current.CancellationToken))
            await outbox.SetAsideAsync(row.Id, new string('x', 200), TestContext.Current.CancellationToken);
    }
}
