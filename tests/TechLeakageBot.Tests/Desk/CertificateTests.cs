using System.Net;
using Microsoft.Extensions.Configuration;
using TechLeakageBot.Certificates;

namespace TechLeakageBot.Tests.Desk;

/// <summary>Certificates: checked and printed at the desk, and as the holder's own page.</summary>
public class CertificateTests
{
    private const string Unknown = "TC-2026-AAAAA-BBBBB";

    [Fact]
    public async Task An_officer_checks_a_number_as_it_is_typed_from_paper()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        var number = await site.CompleteAsync(3, TrainingSite.Today);

        foreach (var typed in (string[])[number, $" {number.ToLowerInvariant()} ", number.Replace("-", "", StringComparison.Ordinal), number.Replace('T', 'Ｔ')])
        {
            var text = await site.TextAsync($"/certificates?number={Uri.EscapeDataString(typed)}");
            Assert.Contains($"この修了証は、このボットが発行したものです。 番号 {number} コース 全員の基本 氏名 上田 三 修了日 2026-11-20 次の受講の目安 2027-11-20", text, StringComparison.Ordinal);
        }

        foreach (var typed in (string[])[Unknown, "TC-2026", "%", "'; DROP TABLE trainee; --", new string('x', 5_000)])
        {
            var text = await site.TextAsync($"/certificates?number={Uri.EscapeDataString(typed)}");
            Assert.Contains("この番号の修了証は見つかりません。", text, StringComparison.Ordinal);
        }

        // Of another site: the certificate is genuine, and whose it is stays with the officer there.
        var hers = await site.TextAsync($"/certificates?number={number}", site.Hers);
        Assert.Contains("このボットが発行したものです。", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("上田", hers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_with_its_name_at_the_desk()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        var number = await site.CompleteAsync(3, TrainingSite.Today);

        var text = await site.TextAsync($"/certificates/{number}");

        Assert.Contains("修了証 氏名 上田 三 技術流出対策研修「全員の基本」の課程を修了したことを証します。", text, StringComparison.Ordinal);
        Assert.Contains("見本精機", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await DeskHost.GetAsync(site.His, $"{TrainingSite.Path}/certificates/{Unknown}")).Answer.StatusCode);
    }

    [Fact]
    public async Task The_holder_prints_it_without_a_sign_in_and_without_a_name()
    {
        await using var site = await TrainingSite.StartAsync();
        await site.ImportAsync(TrainingSite.List);
        var number = await site.CompleteAsync(3, TrainingSite.Today);
        using var browser = site.Desk.Host.NewClient();

        var (answer, html) = await DeskHost.GetAsync(browser, $"/certificates/{number}");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = StaffedDesk.TextOf(html);
        Assert.All(["見本精機", "全員の基本", "2026-11-20", "2027-11-20", number, "氏名は手書きでご記入ください。"], word => Assert.Contains(word, text, StringComparison.Ordinal));
        Assert.All(["上田", TrainingSite.Id(3), "製造部"], word => Assert.DoesNotContain(word, html, StringComparison.Ordinal));
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        Assert.Equal("noindex, nofollow", answer.Headers.GetValues("X-Robots-Tag").Single());
        Assert.StartsWith("default-src 'none'; style-src 'self'; img-src data:;", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.Contains("has completed the course \"Basics for everyone\"", StaffedDesk.TextOf((await DeskHost.GetAsync(browser, $"/certificates/{number}?lang=en")).Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData($"/certificates/{Unknown}")]
    [InlineData("/certificates/%3Cscript%3E")]
    [InlineData("/certificates/a/b")]
    [InlineData("/certificates")]
    public async Task A_number_that_nobody_has_is_a_page_that_says_so(string address)
    {
        await using var desk = await StaffedDesk.StartAsync();
        using var browser = desk.Host.NewClient();
        var (answer, html) = await DeskHost.GetAsync(browser, address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("この番号の修了証は見つかりません。", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_cannot_be_tried_out_in_a_row()
    {
        await using var desk = await StaffedDesk.StartAsync();
        using var browser = desk.Host.NewClient();
        for (var i = 0; i < 30; i++)
            Assert.Equal(HttpStatusCode.NotFound, (await DeskHost.GetAsync(browser, $"/certificates/{Unknown}")).Answer.StatusCode);

        var (answer, html) = await DeskHost.GetAsync(browser, $"/certificates/{Unknown}");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter!.Delta);
        Assert.Contains("1分ほど待ってから", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Urls=http://127.0.0.1:3978;http://[::1]:3978", "http://127.0.0.1:3978/certificates/")]
    [InlineData("DirectLine:PublicUrl=https://bot.example.co.jp", "https://bot.example.co.jp/certificates/")]
    [InlineData("DirectLine:PublicUrl=https://bot.example.co.jp|Officer:PublicUrl=https://desk.example.co.jp/bot/", "https://desk.example.co.jp/bot/certificates/")]
    [InlineData("BotFramework:AppId=app|Urls=http://0.0.0.0:3978", null)]
    public void The_address_follows_the_settings(string settings, string? address) => Assert.Equal(
        address,
        CertificateSettings.PageOf(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Split('|').Select(setting => setting.Split('=', 2)).ToDictionary(setting => setting[0], setting => (string?)setting[1])).Build())?.AbsoluteUri);
}
