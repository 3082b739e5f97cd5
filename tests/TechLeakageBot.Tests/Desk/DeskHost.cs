using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Core;
using TechLeakageBot.Delivery;
using TechLeakageBot.Desk.SignIn;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Tests.DirectLine;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The whole bot on a free port, its data in a folder of its own, and a browser of few abilities: cookies, and no redirect followed.</summary>
internal sealed partial class DeskHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TempFolder? folder;
    private readonly StringWriter console;
    private readonly CookieContainer cookies = new();

    private DeskHost(WebApplication app, TempFolder? folder, StringWriter console)
    {
        (this.app, this.folder, this.console) = (app, folder, console);
        Address = new Uri(app.Urls.First());
        Client = NewClient(cookies);
    }

    public Uri Address { get; }

    /// <summary>Keeps its cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>Those of <see cref="Client"/>.</summary>
    public IEnumerable<Cookie> Cookies => cookies.GetAllCookies();

    public IServiceProvider Services => app.Services;

    public KnowledgeBase Knowledge => app.Services.GetRequiredService<KnowledgeSource>().Current;

    /// <summary>What the console shows, in lines.</summary>
    public string[] Console => console.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The newest sign-in link on the console.</summary>
    public Uri Link => new(Console[^1].Trim());

    /// <param name="data">A folder that outlives the host; null for one of its own.</param>
    /// <param name="map">Further pages, as a test needs them.</param>
    /// <param name="company">Null for one of two officers and no site.</param>
    public static async Task<DeskHost> StartAsync(
        TimeProvider? time = null, TempFolder? data = null, Action<WebApplication>? map = null, Company? company = null, params string[] settings)
    {
        var (own, console) = (data is null ? new TempFolder() : null, new StringWriter());
        string[] all = ["--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", "--Logging:LogLevel:Microsoft.AspNetCore=None", $"--Storage:ConnectionString=Data Source={(data ?? own)!.File("bot.db")}", .. settings];
        var app = BotApp.Build(all, builder =>
        {
            if (time is not null)
                builder.Services.AddSingleton(time);
            builder.Services.AddSingleton(new DeskConsole(console));
            builder.Services.AddSingleton(new KnowledgeSource(DirectLineHost.Knowledge with { Company = company ?? Company.Unknown with { Officers = Officers } }));
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(DeliveryWorker)));
        });
        map?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DeskHost(app, own, console);
    }

    public static IReadOnlyList<Officer> Officers { get; } =
    [
        new(new Bilingual("山田 花子", "Hanako Yamada"), new Bilingual("技術流出対策責任者", "officer for technology protection"), "hanako@example.co.jp", null, []),
        new(new Bilingual("佐藤 一郎", "Ichiro Sato"), null, "ichiro@example.co.jp", null, []) { Account = "i.sato@corp.example.co.jp" },
    ];

    /// <summary>As an edit of the company file does.</summary>
    public void Appoint(params IReadOnlyList<Officer> officers)
    {
        var source = app.Services.GetRequiredService<KnowledgeSource>();
        source.Replace(source.Current with { Company = source.Current.Company with { Officers = officers } });
    }

    /// <summary>Another browser.</summary>
    public HttpClient NewClient() => NewClient(new CookieContainer());

    public static async Task<(HttpResponseMessage Answer, string Html)> GetAsync(HttpClient client, string address)
    {
        var answer = await client.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        return (answer, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Sends a form as its page would: with the hidden fields of the page, the token among them.</summary>
    public static Task<HttpResponseMessage> PostAsync(HttpClient client, string action, string html, params (string Name, string Value)[] fields)
    {
        var form = html[html.IndexOf($"action=\"{action}\"", StringComparison.Ordinal)..];
        form = form[..form.IndexOf("</form>", StringComparison.Ordinal)];
        var hidden = Hidden().Matches(form).Select(field => (Name: field.Groups["name"].Value, Value: WebUtility.HtmlDecode(field.Groups["value"].Value)));
        var all = hidden.Concat(fields).ToDictionary(field => field.Name, field => field.Value);
        return client.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent(all), TestContext.Current.CancellationToken);
    }

    /// <summary>Comes in by the link of the console.</summary>
    public async Task<HttpResponseMessage> SignInAsync(HttpClient? client = null, Uri? link = null, string person = "hanako@example.co.jp")
    {
        client ??= Client;
        var (_, html) = await GetAsync(client, (link ?? Link).AbsoluteUri);
        return await PostAsync(client, "/officer/sign-in", html, ("person", person));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        folder?.Dispose();
        await console.DisposeAsync();
    }

    private HttpClient NewClient(CookieContainer container) => new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = container }) { BaseAddress = Address };

    [GeneratedRegex("""type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)" """)]
    private static partial Regex Hidden();
}
