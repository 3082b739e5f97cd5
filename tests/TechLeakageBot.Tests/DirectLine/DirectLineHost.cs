using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Channels.DirectLine;
using TechLeakageBot.Core;
using TechLeakageBot.Delivery;
using TechLeakageBot.Desk.SignIn;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.DirectLine;

/// <summary>The whole bot on a free port, with a database of its own.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    private static readonly Lazy<KnowledgeBase> Shipped = new(() =>
        KnowledgeFeature.First(new KnowledgeLoader(new ConfigurationBuilder().Build(), NullLogger<KnowledgeLoader>.Instance)).Current);

    /// <summary>Half a minute: far more than any answer takes.</summary>
    private const int MostLooks = 1_500;

    private readonly WebApplication app;
    private readonly TempFolder folder;

    private DirectLineHost(WebApplication app, TempFolder folder)
    {
        this.app = app;
        this.folder = folder;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>The knowledge shipped; read once for all tests.</summary>
    public static KnowledgeBase Knowledge => Shipped.Value;

    public IServiceProvider Services => app.Services;

    public RecordingStore Store => app.Services.GetRequiredService<RecordingStore>();

    public ITranscripts Transcripts => app.Services.GetRequiredService<ITranscripts>();

    public HttpClient Client { get; }

    public IRoad Road => app.Services.GetRequiredService<IEnumerable<IRoad>>().OfType<DirectLineRoad>().Single();

    public static Task<DirectLineHost> StartAsync(TimeProvider? time = null, params string[] settings) => StartWithAsync(_ => { }, time, settings);

    /// <param name="adjust">What else the test replaces.</param>
    public static async Task<DirectLineHost> StartWithAsync(Action<WebApplicationBuilder> adjust, TimeProvider? time = null, params string[] settings)
    {
        var folder = new TempFolder();
        string[] all = ["--Urls=http://127.0.0.1:0", "--Logging:LogLevel:Default=None", $"--Storage:ConnectionString=Data Source={folder.File("bot.db")}", .. settings];
        var app = BotApp.Build(all, builder =>
        {
            if (time is not null)
                builder.Services.AddSingleton(time);
            builder.Services.AddSingleton<RecordingStore>();
            builder.Services.AddSingleton<IStore>(services => services.GetRequiredService<RecordingStore>());
            builder.Services.AddSingleton(new KnowledgeSource(Knowledge));
            builder.Services.AddSingleton(new DeskConsole(TextWriter.Null));
            adjust(builder);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new DirectLineHost(app, folder);
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
        for (var looks = 0; found.Count < least; looks++)
        {
            Assert.True(looks < MostLooks, $"Only {found.Count} of {least} activities came.");
            await Task.Delay(20, TestContext.Current.CancellationToken);
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
        folder.Dispose();
    }
}

internal sealed record Line(string Id, string Token, Uri Stream)
{
    public string Activities => $"/directline/conversations/{Id}/activities";
}
