using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechLeakageBot.Channels.DirectLine;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.DirectLine;

/// <summary>The whole bot on a free port, its storage and knowledge the smallest that hold a conversation.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private DirectLineHost(WebApplication app, MemoryStore store)
    {
        this.app = app;
        Store = store;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public MemoryStore Store { get; }

    public HttpClient Client { get; }

    public ConversationHub Hub => app.Services.GetRequiredService<ConversationHub>();

    public IRoad Road => app.Services.GetRequiredService<IEnumerable<IRoad>>().OfType<DirectLineRoad>().Single();

    public static async Task<DirectLineHost> StartAsync(TimeProvider? time = null, params string[] settings)
    {
        var store = new MemoryStore(time ?? TimeProvider.System);
        var app = BotApp.Build(["--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", .. settings], builder =>
        {
            if (time is not null)
                builder.Services.AddSingleton(time);
            builder.Services.AddSingleton<IStore>(store);
            builder.Services.AddSingleton<ITranscripts>(store);
            builder.Services.AddSingleton(store);
            if (!builder.Services.Any(service => service.ServiceType == typeof(KnowledgeSource)))
                builder.Services.AddSingleton(new KnowledgeSource(Knowledge()));
            builder.Services.AddHostedService<Postman>();
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DirectLineHost(app, store);
    }

    /// <summary>A conversation just started: its id, token and stream.</summary>
    public async Task<Line> OpenAsync(object? body = null)
    {
        var token = await AskAsync(HttpMethod.Post, "/directline/tokens/generate", null, new { user = new { id = "dl_somebody" } });
        var started = await AskAsync(HttpMethod.Post, "/directline/conversations", token.Json.GetProperty("token").GetString(), body);
        return new Line(
            started.Json.GetProperty("conversationId").GetString()!,
            started.Json.GetProperty("token").GetString()!,
            new Uri(started.Json.GetProperty("streamUrl").GetString()!));
    }

    public async Task<(int Status, JsonElement Json)> AskAsync(HttpMethod method, string path, string? token = null, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.Add("Authorization", $"Bearer {token}");
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>Reads as a polling client does, until so many activities are there.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadAsync(Line line, int least)
    {
        var found = new List<JsonElement>();
        var watermark = "";
        while (found.Count < least)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var (_, page) = await AskAsync(HttpMethod.Get, $"/directline/conversations/{line.Id}/activities?watermark={watermark}", line.Token);
            found.AddRange(page.GetProperty("activities").EnumerateArray());
            watermark = page.GetProperty("watermark").GetString();
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static KnowledgeBase Knowledge()
    {
        var text = new Bilingual("技術を聞かれた", "asked about technology");
        var catalogue = new Catalogue([new Guide("guide.one", Area.People, text, text, [1], [], Actions.None, [])], []);
        Example[] examples =
        [
            new("工場について聞かれました", Language.Japanese, Intent.Situation, Severity.Caution, ["guide.one"]),
            new("asked about the plant", Language.English, Intent.Situation, Severity.Caution, ["guide.one"]),
        ];
        var reader = new TrainingMaterial(catalogue, new Lexicon([]), new Gazetteer([], []), examples).Train(examples);
        var phrases = Enum.GetValues<Say>().ToDictionary(say => say, say => new Bilingual($"答え {say}", $"answer {say}"));
        return new KnowledgeBase(catalogue, reader, new Phrases(phrases), Company.Unknown);
    }

    /// <summary>Carries rows out as soon as they are committed.</summary>
    private sealed class Postman(MemoryStore store, IEnumerable<IRoad> roads, OutboxBell bell) : BackgroundService
    {
        protected override async Task ExecuteAsync(CancellationToken stop)
        {
            while (!stop.IsCancellationRequested)
            {
                while (store.Next() is { } row)
                {
                    if (roads.FirstOrDefault(road => road.Carries(row)) is { } road)
                        await road.SendAsync(row, stop);
                }

                await bell.WaitAsync(stop);
            }
        }
    }
}

internal sealed record Line(string Id, string Token, Uri Stream)
{
    public string Activities => $"/directline/conversations/{Id}/activities";
}
