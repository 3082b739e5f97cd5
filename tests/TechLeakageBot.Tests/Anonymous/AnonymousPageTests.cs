using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Hosting;
using TechLeakageBot.Incidents;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Desk;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Tests.Storage;

namespace TechLeakageBot.Tests.Anonymous;

/// <summary>The page for reports without a name, over HTTP, with the officer's chat at the other end.</summary>
public sealed partial class AnonymousPageTests : IAsyncLifetime
{
    private const string Words = "同僚が図面をUSBメモリーで競合他社に渡したと聞きました。連絡先は taro@rival-example.com です。";

    private OfficersHost host = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await OfficersHost.StartAsync();
        await host.EachSpeaksAsync("osaka", "rest");
        client = NewClient();
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task What_is_checked_before_sending_is_what_the_officer_gets_and_until_then_nothing_is_stored()
    {
        var check = await CheckAsync(Words, "osaka");
        Assert.Equal(0, await IncidentsAsync());
        Assert.DoesNotContain("rival-example", Shown(check), StringComparison.Ordinal);
        Assert.Contains("メールアドレス", check, StringComparison.Ordinal);

        var (number, _) = await SendAsync(check);
        var incident = await host.FindAsync(number);
        Assert.Contains(WebUtility.HtmlEncode(incident.Summary), check, StringComparison.Ordinal);
        Assert.Equal((Severity.Serious, "osaka", "bureau.kinki"), (incident.Level, incident.SiteId, incident.BureauId));
        await host.UntilAsync(() => host.Platform.TakenBy("osaka").Contains(number));
    }

    [Fact]
    public async Task A_report_that_is_sent_twice_is_one_incident()
    {
        var check = await CheckAsync(Words);
        var sent = await SendAsync(check);
        Assert.Equal(sent, await SendAsync(check));
        Assert.Equal(1, await IncidentsAsync());
    }

    [Fact]
    public async Task Nothing_that_is_stored_or_answered_leads_back_to_a_person()
    {
        var (number, token) = await SendAsync(await CheckAsync(Words));
        await PostAsync("/anonymous/report/add", ("token", token), ("words", "もう一つ"), ("seen", "1"));
        var incident = await host.FindAsync(number);
        Assert.Null(incident.Reporter);
        Assert.All(incident.Timeline, recorded => Assert.Equal(new Actor.TheReporter(), recorded.By));

        var file = SqliteFile.Of($"Data Source={host.Database}");
        var bytes = RawDatabase.Bytes(file) + string.Join('\n', host.Log.Lines.Select(line => line.Text));
        Assert.Contains(incident.Seal!, bytes, StringComparison.Ordinal);
        foreach (var telling in new[] { token, token.Replace("-", "", StringComparison.Ordinal), "rival-example", "TestBrowser" })
            Assert.DoesNotContain(telling, bytes, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(RawDatabase.Dump(file), row => row.Table is "conversation" or "profile" or "seen" && row.Row.Contains(number, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/anonymous")]
    [InlineData("/anonymous?lang=en")]
    [InlineData("/anonymous/nowhere")]
    public async Task Every_answer_sets_no_cookie_runs_no_script_and_is_kept_nowhere(string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), host.Cancel);
        var html = await answer.Content.ReadAsStringAsync(host.Cancel);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain("script-src", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_officer_asks_and_the_answer_comes_back_once_by_the_token()
    {
        var (number, token) = await SendAsync(await CheckAsync(Words, "osaka"));
        var officer = OfficersHost.Company.Officers[0];
        await host.Desk.ActAsync(number, new OfficerAction.Ask("いつのことですか"), officer, host.Cancel);
        await host.Desk.ActAsync(number, new OfficerAction.Note("社内だけのメモ"), officer, host.Cancel);

        var report = await ReadAsync(await PostAsync("/anonymous/report", ("token", token.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal))));
        Assert.Contains("いつのことですか", report, StringComparison.Ordinal);
        Assert.DoesNotContain("社内だけのメモ", report, StringComparison.Ordinal);

        for (var twice = 0; twice < 2; twice++)
            Assert.Equal(HttpStatusCode.OK, (await DeskHost.PostAsync(client, "/anonymous/report/add?lang=ja", report, ("words", "先週の金曜です"))).StatusCode);
        var answers = (await host.FindAsync(number)).Timeline.Select(recorded => recorded.Event).OfType<IncidentEvent.Answered>();
        Assert.Equal("先週の金曜です", Assert.Single(answers).Text);
        Assert.DoesNotContain((await host.FindAsync(number)).Timeline, recorded => recorded.Event is IncidentEvent.DetailAdded);
        await host.UntilAsync(() => host.Platform.TakenBy("osaka").Count(taken => taken == number) >= 2);
    }

    [Fact]
    public async Task A_report_is_taken_back_with_a_reason_and_stays_open()
    {
        var (number, token) = await SendAsync(await CheckAsync(Words));
        var refused = await PostAsync("/anonymous/report/withdraw", ("token", token), ("words", " "), ("seen", "1"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("role=\"alert\"", await ReadAsync(refused), StringComparison.Ordinal);

        await PostAsync("/anonymous/report/withdraw", ("token", token), ("words", "勘違いでした"), ("seen", "1"));
        Assert.True(await host.FindAsync(number) is { Withdrawn: true, IsOpen: true });
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAA-AAAAA-AAAAA-AAAAA-AAAAA")]
    [InlineData("'; DROP TABLE incident; --")]
    [InlineData("7K2QF")]
    public async Task A_token_that_no_report_has_opens_nothing(string token)
    {
        await SendAsync(await CheckAsync(Words));
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/anonymous/report", ("token", token))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/anonymous/report/add", ("token", token), ("words", "words"), ("seen", "1"))).StatusCode);
    }

    [Fact]
    public async Task Words_that_are_missing_or_too_long_are_refused_and_what_was_written_is_still_there()
    {
        var words = new string('あ', Incident.LongestText + 1);
        var refused = await PostAsync("/anonymous/check", ("words", words), ("site", "osaka"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains(words, await ReadAsync(refused), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("/anonymous/send", ("words", ""), ("token", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync("/anonymous/send", ("words", "words"), ("token", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync("/anonymous/check", ("words", words[1..]))).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync("/anonymous/check", ("words", new string('あ', 100_000)))).StatusCode);
        Assert.Equal(0, await IncidentsAsync());
    }

    [Fact]
    public async Task Signs_that_mean_something_in_a_page_are_words()
    {
        const string Hostile = "\"><script>alert(1)</script> [x](javascript:alert(1)) <b>図面</b> を送った";
        var check = await CheckAsync(Hostile);
        var (_, token) = await SendAsync(check);
        var report = await ReadAsync(await PostAsync("/anonymous/report", ("token", token)));
        foreach (var html in new[] { check, report })
        {
            Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_sends_too_much_is_asked_to_wait()
    {
        HttpResponseMessage answer;
        var tries = 0;
        do
        {
            answer = await PostAsync("/anonymous/report", ("token", "x"));
        }
        while (answer.StatusCode != HttpStatusCode.TooManyRequests && ++tries < 100);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/anonymous", UriKind.Relative), host.Cancel)).StatusCode);
    }

    [Fact]
    public async Task Outside_local_mode_the_page_is_there_only_where_the_company_gave_its_address()
    {
        string[] company =
            ["--BotFramework:AppId=11111111-1111-1111-1111-111111111111", "--BotFramework:TenantId=22222222-2222-2222-2222-222222222222", "--BotFramework:ClientSecret=secret", "--DirectLine:Secret=0123456789abcdef0123456789abcdef"];
        await using (var without = await DeskHost.StartAsync(settings: company))
            Assert.Equal(HttpStatusCode.NotFound, (await DeskHost.GetAsync(without.Client, "/anonymous")).Answer.StatusCode);
        await using (var with = await DeskHost.StartAsync(settings: [.. company, "--Anonymous:Url=https://bot.example.co.jp/anonymous"]))
            Assert.Equal(HttpStatusCode.OK, (await DeskHost.GetAsync(with.Client, "/anonymous")).Answer.StatusCode);
        var refused = Assert.Throws<SettingsException>(() => BotApp.Build([.. company, "--Anonymous:Url=http://bot.example.co.jp/anonymous"]));
        Assert.Contains("Anonymous:Url", refused.Message, StringComparison.Ordinal);
    }

    private static string Shown(string html) => HiddenField().Replace(html, "");

    private static async Task<string> ReadAsync(HttpResponseMessage answer) => await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    private HttpClient NewClient()
    {
        var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Here };
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("TestBrowser/1.0");
        browser.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ja");
        return browser;
    }

    private async Task<string> CheckAsync(string words, string site = "")
    {
        var answer = await PostAsync("/anonymous/check", ("words", words), ("site", site));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    private async Task<(string Number, string Token)> SendAsync(string check)
    {
        var answer = await DeskHost.PostAsync(client, "/anonymous/send?lang=ja", check);
        var html = await ReadAsync(answer);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (NumberOf().Match(html).Value, TokenOf().Match(html).Value);
    }

    private Task<HttpResponseMessage> PostAsync(string address, params (string Name, string Value)[] fields) => client.PostAsync(
        new Uri(address, UriKind.Relative), new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), host.Cancel);

    private async Task<int> IncidentsAsync() => (await host.Services.GetRequiredService<IIncidents>().ListAsync(host.Cancel)).Count;

    [GeneratedRegex("TL-[0-9]{4}-[0-9]{4}")]
    private static partial Regex NumberOf();

    [GeneratedRegex("[2-9A-Z]{5}(?:-[2-9A-Z]{5}){4}")]
    private static partial Regex TokenOf();

    [GeneratedRegex("<input type=\"hidden\"[^>]*>")]
    private static partial Regex HiddenField();
}
