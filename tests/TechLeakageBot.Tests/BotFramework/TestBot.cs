using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Desk.SignIn;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.BotFramework;

/// <summary>
/// The whole application on a port of its own, its store in a temporary folder, a connector and an issuer of keys beside it. The
/// delivery does not run: a test sends what waits when it wants to.
/// </summary>
internal sealed class TestBot : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string Tenant = "99999999-8888-7777-6666-555555555555";

    private static readonly Lazy<KnowledgeBase> Knowledge = new(SmallKnowledge);

    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private TestBot(WebApplication app, DirectoryInfo folder, FakeConnector connector, FakeIssuer issuer)
    {
        this.app = app;
        this.folder = folder;
        Store = app.Services.GetRequiredService<WatchedStore>();
        Connector = connector;
        Issuer = issuer;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public WatchedStore Store { get; }

    public FakeConnector Connector { get; }

    public FakeIssuer Issuer { get; }

    public IRoad Road => app.Services.GetServices<IRoad>().OfType<Connector>().Single();

    public static Task<TestBot> LocalAsync() => StartAsync([]);

    public static Task<TestBot> GuardedAsync(TimeProvider? time = null, params string[] settings) => StartAsync(
        [$"--BotFramework:AppId={AppId}", $"--BotFramework:TenantId={Tenant}", "--BotFramework:ClientSecret=secret", "--BotFramework:AllowedHosts:0=127.0.0.1", .. settings], time);

    /// <summary>A message of Teams, to be changed by a test.</summary>
    public JsonObject Message(string text = "こんにちは", string id = "m1") => new()
    {
        ["type"] = "message",
        ["id"] = id,
        ["text"] = text,
        ["serviceUrl"] = Connector.Url,
        ["from"] = new JsonObject { ["id"] = "29:user", ["aadObjectId"] = "aad-1", ["name"] = "Hanako" },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = "19:abc@thread;messageid=1", ["conversationType"] = "personal" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        ["unknown"] = new JsonArray(1, null, "x"),
        ["channelId"] = "msteams",
    };

    public Task<HttpResponseMessage> PostAsync(JsonNode activity, string? token = null) => PostAsync(new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json"), token);

    public async Task<HttpResponseMessage> PostAsync(HttpContent body, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = body };
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await Client.SendAsync(request);
    }

    public async Task<HttpStatusCode> StatusAsync(JsonNode activity, string? token = null)
    {
        using var response = await PostAsync(activity, token);
        return response.StatusCode;
    }

    /// <summary>Sends the oldest waiting reply.</summary>
    public Task<SendOutcome> SendAsync() => Road.SendAsync(Store.Waiting[0], CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        await Connector.DisposeAsync();
        await Issuer.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<TestBot> StartAsync(string[] settings, TimeProvider? time = null)
    {
        var (folder, connector, issuer) = (Directory.CreateTempSubdirectory("bot-"), await FakeConnector.StartAsync(), await FakeIssuer.StartAsync());
        string[] all =
        [
            "--Urls=http://127.0.0.1:0",
            $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "bot.db")}",
            $"--BotFramework:OpenIdMetadata={issuer.Metadata}",
            .. settings,
        ];
        var app = BotApp.Build(all, builder =>
        {
            builder.Logging.ClearProviders();
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(DeliveryWorker)));
            builder.Services.AddSingleton<WatchedStore>();
            builder.Services.AddSingleton<IStore>(services => services.GetRequiredService<WatchedStore>());
            builder.Services.AddSingleton<IOutbox>(services => services.GetRequiredService<WatchedStore>());
            builder.Services.AddSingleton(new KnowledgeSource(Knowledge.Value));
            builder.Services.AddSingleton(new DeskConsole(TextWriter.Null));
            if (time is not null)
                builder.Services.AddSingleton(time);
            if (settings.Length > 0)
                builder.Services.AddSingleton<IConnectorToken, FakeConnectorToken>();
        });
        await app.StartAsync();
        return new TestBot(app, folder, connector, issuer);
    }

    /// <summary>The handbook, a reader that has hardly learnt anything, and sentences that are only their names.</summary>
    private static KnowledgeBase SmallKnowledge()
    {
        var handbook = new HandbookFiles(new KnowledgeFolder(Path.Combine(SolutionFolder(), "knowledge"))).Read()!;
        var (lexicon, places) = (new Lexicon([]), new Gazetteer([], [], []));
        Example[] examples =
        [
            new("怪しい人に誘われました", Language.Japanese, Intent.Situation, Severity.Caution, ["case.people.spy"], null, null),
            new("a stranger wrote to me", Language.English, Intent.Situation, Severity.Info, ["case.people.sns"], null, null),
        ];
        var material = new TrainingMaterial(handbook, lexicon, places);
        var reader = material.Reader(ReaderModel.Train(material.Set(examples)));
        var phrases = new Phrases(Enum.GetValues<Say>().ToDictionary(say => say, say => new Bilingual($"{say} です", $"{say}!")));
        return new KnowledgeBase(handbook, reader, phrases, Company.Unknown);
    }

    private static string SolutionFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TechLeakageBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }

    private sealed class FakeConnectorToken : IConnectorToken
    {
        private int dropped;

        public ValueTask<string?> GetAsync(CancellationToken cancel) => ValueTask.FromResult<string?>($"token-{dropped}");

        public void Drop() => dropped++;
    }
}
