using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Desk.SignIn;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Tests.DirectLine;
using TechLeakageBot.Tests.Mail;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Incidents;

/// <summary>
/// The whole bot with its delivery and its ladder; a platform with the officers' chats and a mail server beside it. Its clock stands
/// until a test moves it.
/// </summary>
internal sealed class OfficersHost : IAsyncDisposable
{
    public const string Channel = "botframework:msteams";

    /// <summary>Far more than anything here takes.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TempFolder folder = new();
    private readonly CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly Company company;
    private readonly bool hasMail;
    private WebApplication? app;

    private OfficersHost(Company company, bool hasMail, FakePlatform platform)
    {
        (this.company, this.hasMail, Platform) = (company, hasMail, platform);
        patience.CancelAfter(Patience);
    }

    /// <summary>An officer for Osaka, one for the rest and two deputies, each in a chat of the same name.</summary>
    public static Company Company { get; } = People.Company with
    {
        Officers = [InChat(People.Company.Officers[0], "osaka"), InChat(People.Company.Officers[1], "rest")],
        Deputies = [InChat(People.Company.Deputies[0], "deputy1"), InChat(People.Company.Deputies[1], "deputy2")],
        Sites = [.. People.Company.Sites, new Site("hamamatsu", new Bilingual("浜松工場", "Hamamatsu plant"), "静岡")],
    };

    public FakeTimeProvider Time { get; } = new(Reported.At);

    public FakePlatform Platform { get; }

    public FakeSmtp Mail { get; } = new();

    public KeptLog Log { get; } = new();

    public string Database => folder.File("bot.db");

    public CancellationToken Cancel => patience.Token;

    public IServiceProvider Services => app!.Services;

    /// <summary>Where it serves; another one after each start.</summary>
    public Uri Here => new(app!.Urls.First());

    public IOutbox Outbox => Services.GetRequiredService<IOutbox>();

    public IncidentDesk Desk => Services.GetRequiredService<IncidentDesk>();

    private IIncidents Incidents => Services.GetRequiredService<IIncidents>();

    public static async Task<OfficersHost> StartAsync(Company? company = null, bool hasMail = true)
    {
        var host = new OfficersHost(company ?? Company, hasMail, await FakePlatform.StartAsync());
        await host.StartAgainAsync();
        return host;
    }

    /// <summary>Ends what runs, as a shutdown does, and starts on the same database.</summary>
    /// <param name="later">How long it was down.</param>
    public async Task StartAgainAsync(TimeSpan later = default)
    {
        await StopAsync();
        Time.Advance(later);
        string[] mail = hasMail ? ["--Mail:Host=127.0.0.1", $"--Mail:Port={Mail.Port}", "--Mail:Security=None", "--Mail:From=bot@example.co.jp"] : [];
        app = BotApp.Build(["--Urls=http://127.0.0.1:0", $"--Storage:ConnectionString=Data Source={Database}", .. mail], builder =>
        {
            builder.Logging.ClearProviders().AddProvider(Log);
            builder.Services.AddSingleton<TimeProvider>(Time);
            builder.Services.AddSingleton(new KnowledgeSource(DirectLineHost.Knowledge with { Company = company }));
            builder.Services.AddSingleton(new DeskConsole(TextWriter.Null));
        });
        await app.StartAsync(Cancel);
    }

    /// <summary>Damages what is stored of an incident behind the store's back.</summary>
    public async Task BreakAsync(string number)
    {
        await using var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        await connection.OpenAsync(Cancel);
        await using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO incident_event (number, event, recorded, salt) VALUES (@number, 2, '{', x'00')";
        insert.Parameters.AddWithValue("@number", number);
        await insert.ExecuteNonQueryAsync(Cancel);
    }

    /// <summary>Somebody writes to the bot, so that it knows the chat.</summary>
    public Task SpeakAsync(string person, string? conversation = null, bool isPersonal = true, Language? language = null)
    {
        var key = new ConversationKey(Channel, conversation ?? person, person);
        var address = new Address(Address.OwnKind, Platform.Url, "msteams", key.Conversation, "bot", person, IsPersonal: isPersonal).Encode();
        var incoming = new Incoming(key, Guid.NewGuid().ToString("N"), address, new Said.Text("words"), Time.GetUtcNow());
        return Services.GetRequiredService<IStore>().CommitAsync(
            new TurnCommit(incoming, new Transition(Conversation.New, Profile.New with { Language = language }, []), Version: 0, TimeSpan.Zero), Cancel);
    }

    public async Task EachSpeaksAsync(params IEnumerable<string> people)
    {
        foreach (var person in people)
            await SpeakAsync(person);
    }

    /// <returns>The incident's number.</returns>
    public async Task<string> ReportAsync(Severity level = Severity.Serious, string? site = "osaka", Reporter? reporter = null, string? words = null)
    {
        var number = await Incidents.NextNumberAsync(IncidentNumber.YearOf(Time.GetUtcNow()), Cancel);
        var opened = Reported.Opened(site: site) with { Level = level, Reporter = reporter };
        opened = words is null ? opened : opened with { Summary = words };
        var change = IncidentChange.Of(number, null, [new Recorded(1, Time.GetUtcNow(), new Actor.TheReporter(), opened)], company);
        Assert.True(await Incidents.CommitAsync(change, Time.GetUtcNow(), Cancel));
        Services.GetRequiredService<IncidentBell>().Ring();
        Services.GetRequiredService<OutboxBell>().Ring();
        return number;
    }

    public async Task<Incident> FindAsync(string number) => (await Incidents.FindAsync(number, Cancel))!;

    /// <summary>Waits, moving the clock on by a step each time it looks.</summary>
    public async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan step = default)
    {
        while (!await isSo())
        {
            Time.Advance(step);
            await Task.Delay(2, Cancel);
        }
    }

    public Task UntilAsync(Func<bool> isSo, TimeSpan step = default) => UntilAsync(() => Task.FromResult(isSo()), step);

    public Task UntilEmptyAsync(TimeSpan step = default) => UntilAsync(async () => await Outbox.StateAsync(Cancel) is { Alerts: 0, Others: 0 }, step);

    public async ValueTask DisposeAsync()
    {
        Platform.LetGo();
        await StopAsync();
        await Platform.DisposeAsync();
        await Mail.DisposeAsync();
        patience.Dispose();
        folder.Dispose();
        Assert.DoesNotContain(Log.Lines, line => line.Text.Contains("図面", StringComparison.Ordinal));
        Log.Dispose();
    }

    private static Officer InChat(Officer officer, string person) => officer with { Chats = [new ChatAccount(Channel, person)] };

    /// <summary>Ends what runs, as a shutdown does.</summary>
    public async Task StopAsync()
    {
        if (app is null)
            return;
        var stop = app.StopAsync(CancellationToken.None);
        while (!stop.IsCompleted)
        {
            // A send that hangs is waited for by the bot's clock.
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, CancellationToken.None);
        }

        await stop;
        await app.DisposeAsync();
        app = null;
    }
}
