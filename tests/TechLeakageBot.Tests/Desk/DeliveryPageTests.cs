using System.Net;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Tests.Desk;

/// <summary>What waits for its delivery and what is stuck. Nothing is delivered here.</summary>
public class DeliveryPageTests
{
    [Fact]
    public async Task Everything_delivered_says_so()
    {
        await using var desk = await StaffedDesk.StartAsync();
        Assert.Contains("送れなかった連絡はありません。", (await DeskHost.GetAsync(desk.Hers, "/officer/delivery")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stuck_alert_is_shown_with_its_cause_and_sent_again_once()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await desk.ReportAsync();
        var id = await SetAsideAsync(desk, "the road is closed <b>for good</b>");

        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer/delivery");
        var text = StaffedDesk.TextOf(html);
        Assert.Contains("送達待ちの通知 1 ", text, StringComparison.Ordinal);
        Assert.Contains("最も古い通知 2026-11-20 18:00 JST", text, StringComparison.Ordinal);
        Assert.Contains("責任者への通知 – 0", text, StringComparison.Ordinal);
        Assert.Contains("the road is closed &lt;b&gt;for good&lt;/b&gt;", html, StringComparison.Ordinal);

        using var again = await DeskHost.PostAsync(desk.Hers, $"/officer/delivery/{id}", html);
        Assert.Equal("/officer/delivery", again.Headers.Location!.OriginalString);
        var (_, after) = await DeskHost.GetAsync(desk.Hers, "/officer/delivery");
        Assert.Contains("送達待ちの通知 2 ", StaffedDesk.TextOf(after), StringComparison.Ordinal);
        Assert.Contains("送れなかった連絡はありません。", after, StringComparison.Ordinal);

        using var twice = await DeskHost.PostAsync(desk.Hers, $"/officer/delivery/{id}", html);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
        Assert.Contains("この連絡は、すでに送り直されています。", await twice.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_pages_token_nothing_is_sent_again()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await desk.ReportAsync();
        var id = await SetAsideAsync(desk, "closed");

        using var form = new FormUrlEncodedContent([]);
        using var answer = await desk.Hers.PostAsync(new Uri($"/officer/delivery/{id}", UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single((await desk.Service<IOutbox>().StateAsync(TestContext.Current.CancellationToken)).SetAside);
    }

    private static async Task<long> SetAsideAsync(StaffedDesk desk, string error)
    {
        var outbox = desk.Service<IOutbox>();
        var row = (await outbox.DueAsync(desk.Time.GetUtcNow(), 1, TestContext.Current.CancellationToken))[0];
        await outbox.SetAsideAsync(row.Id, error, TestContext.Current.CancellationToken);
        return row.Id;
    }
}
