using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Incidents;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Desk;

/// <summary>
/// The desk of a company with a plant in Osaka and one in Hamamatsu, and what was reported there. Hanako Yamada sits at it from the
/// start, as long as the clock moves on by less than half an hour.
/// </summary>
internal sealed partial class StaffedDesk : IAsyncDisposable
{
    public const string Hanako = "hanako@example.co.jp";
    public const string Ichiro = "ichiro@example.co.jp";
    public const string Jiro = "jiro@example.co.jp";

    private StaffedDesk(DeskHost host, FakeTimeProvider time) => (Host, Time) = (host, time);

    /// <summary>Hanako serves Osaka, Ichiro Hamamatsu, the deputy Jiro both.</summary>
    public static Company Company { get; } = Company.Unknown with
    {
        Name = new Bilingual("見本精機", "Mihon Seiki"),
        Officers =
        [
            new(new Bilingual("山田 花子", "Hanako Yamada"), new Bilingual("技術流出対策責任者", "officer for technology protection"), Hanako, "06-0000-0000", ["osaka"]),
            new(new Bilingual("佐藤 一郎", "Ichiro Sato"), null, Ichiro, null, ["hamamatsu"]),
        ],
        Deputies = [new(new Bilingual("鈴木 次郎", "Jiro Suzuki"), null, Jiro, null, []) { Chats = [new ChatAccount(OfficersHost.Channel, "jiro")] }],
        Sites = [new("osaka", new Bilingual("大阪工場", "Osaka plant"), "大阪"), new("hamamatsu", new Bilingual("浜松工場", "Hamamatsu plant"), "静岡")],
    };

    public DeskHost Host { get; }

    public FakeTimeProvider Time { get; }

    /// <summary>Hanako's browser.</summary>
    public HttpClient Hers => Host.Client;

    public IncidentDesk Desk => Service<IncidentDesk>();

    public IIncidents Incidents => Service<IIncidents>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<StaffedDesk> StartAsync(params string[] settings)
    {
        var time = new FakeTimeProvider(Reported.At);
        var desk = new StaffedDesk(await DeskHost.StartAsync(time, company: Company, settings: settings), time);
        using var answer = await desk.Host.SignInAsync();
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return desk;
    }

    public static string PathOf(string number) => $"/officer/incidents/{number}";

    /// <summary>Another officer's browser. A new link takes a minute, so the clock moves on by one.</summary>
    public async Task<HttpClient> SitDownAsync(string person)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var browser = Host.NewClient();
        await DeskHost.GetAsync(browser, "/officer/sign-in");
        using var answer = await Host.SignInAsync(browser, person: person);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }

    /// <param name="at">Null for now.</param>
    /// <returns>The incident's number.</returns>
    public async Task<string> ReportAsync(IncidentEvent.Opened? opened = null, DateTimeOffset? at = null)
    {
        var number = await Incidents.NextNumberAsync(IncidentNumber.YearOf(Time.GetUtcNow()), Cancel);
        var first = new Recorded(1, at ?? Time.GetUtcNow(), new Actor.TheReporter(), opened ?? Reported.Opened());
        Assert.True(await Incidents.CommitAsync(IncidentChange.Of(number, null, [first], Company), Time.GetUtcNow(), Cancel));
        // So that no two are of the same time.
        Time.Advance(TimeSpan.FromMilliseconds(10));
        return number;
    }

    public Task<string> ReportAsync(string words, Severity level = Severity.Serious, string? site = "osaka") =>
        ReportAsync(Reported.Opened(words, site) with { Level = level });

    /// <summary>An officer acts elsewhere, as in another window.</summary>
    public async Task ActAsync(string number, OfficerAction action, string by = Hanako) =>
        Assert.IsType<Decision.Accepted>(await Desk.ActAsync(number, action, Company.OfficerById(by)!, Cancel));

    public async Task<Incident> FindAsync(string number) => (await Incidents.FindAsync(number, Cancel))!;

    /// <summary>What the audit says of an incident, in order: what, and by whom.</summary>
    public async Task<IReadOnlyList<string>> AuditOfAsync(string number) =>
        [.. (await Incidents.EntriesAsync(0, 1000, Cancel)).Where(entry => entry.Number == number).Select(entry => $"{entry.What} {entry.Actor}")];

    public Task<(HttpResponseMessage Answer, string Html)> OpenAsync(string number, HttpClient? browser = null) => DeskHost.GetAsync(browser ?? Hers, PathOf(number));

    /// <summary>Opens an incident and sends one of its forms.</summary>
    public async Task<(HttpResponseMessage Answer, string Html)> SubmitAsync(string number, string act, params (string Name, string Value)[] fields) =>
        await SendAsync(Hers, number, act, (await OpenAsync(number)).Html, fields);

    /// <param name="html">The page as the officer has it open.</param>
    public static async Task<(HttpResponseMessage Answer, string Html)> SendAsync(
        HttpClient browser, string number, string act, string html, params (string Name, string Value)[] fields)
    {
        var answer = await DeskHost.PostAsync(browser, $"{PathOf(number)}/{act}", html, fields);
        return (answer, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>The fields of a form, from <c>name=value&amp;name=value</c>.</summary>
    public static (string Name, string Value)[] Fields(string query) =>
        [.. query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(field => (field.Split('=')[0], field.Split('=')[1]))];

    /// <summary>The numbers of the list's rows, in order.</summary>
    public async Task<IReadOnlyList<string>> NumbersAsync(string query = "", HttpClient? browser = null)
    {
        var (answer, html) = await DeskHost.GetAsync(browser ?? Hers, "/officer" + query);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. Row().Matches(html).Select(row => row.Groups["number"].Value)];
    }

    /// <summary>What stands on a page, without the markup around it.</summary>
    public static string TextOf(string html) => Spaces().Replace(WebUtility.HtmlDecode(Markup().Replace(html, " ")), " ");

    public T Service<T>()
        where T : notnull => Host.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    [GeneratedRegex("""<th scope="row"><a class="nowrap" href="/officer/incidents/(?<number>[^"]*)">""")]
    private static partial Regex Row();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
