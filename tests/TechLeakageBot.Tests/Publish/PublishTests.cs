using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Tests.Publish;

/// <summary>The published folder, run as an administrator runs it: from a folder of its own, as a process.</summary>
public sealed class PublishTests(PublishedProgram program) : IClassFixture<PublishedProgram>, IDisposable
{
    private const int MostLooks = 1_500;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TempFolder current = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => current.Dispose();

    [Fact]
    public async Task It_serves_from_any_folder_and_keeps_its_data_there()
    {
        using var bot = program.Start(current.Path, "--Urls=http://127.0.0.1:0");
        try
        {
            var told = new List<string>();
            using var client = new HttpClient { BaseAddress = await AddressAsync(bot.StandardOutput, told) };
            Assert.Contains(told, line => line.Contains($"Knowledge loaded from {Path.Combine(program.Folder, "knowledge")}:", StringComparison.Ordinal));

            Assert.Contains("技術流出防止", await client.GetStringAsync(new Uri("/", UriKind.Relative), Cancel), StringComparison.Ordinal);
            foreach (var path in (string[])["/page/page.js", "/page/texts.js", "/page/page.css", "/page/webchat.js", "/health/ready", .. await DeskFilesAsync(client)])
            {
                using var answer = await client.GetAsync(new Uri(path, UriKind.Relative), Cancel);
                Assert.True((int)answer.StatusCode == 200, $"{path} answers {answer.StatusCode}.");
            }

            Assert.Contains("経済産業局", await ConsultAsync(client, "LinkedInで知らない人に図面を送ってしまいました。浜松の工場です。"), StringComparison.Ordinal);
            Assert.True(File.Exists(current.File("data/bot.db")), "There is no database in data/ under the current folder.");
            Assert.False(Directory.Exists(Path.Combine(program.Folder, "data")), "The program's own folder holds data.");
        }
        finally
        {
            bot.Kill(entireProcessTree: true);
            await bot.WaitForExitAsync(Cancel);
        }
    }

    [Fact]
    public void The_page_comes_with_the_licence_of_web_chat()
    {
        var licence = File.ReadAllText(Path.Combine(program.Folder, "page", "webchat.LICENSE.txt"));
        Assert.Contains("MIT License", licence, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(program.Folder, "page", "webchat.js.LICENSE.txt")), "The notices of what Web Chat bundles are missing.");
    }

    [Fact]
    public Task A_missing_knowledge_folder_is_named() => RefusesAsync("there is no folder", $"--Knowledge:Path={current.File("nowhere")}");

    [Fact]
    public Task Other_machines_are_not_served_without_credentials() => RefusesAsync("nobody is authenticated", "--Urls=http://0.0.0.0:3978");

    [Fact]
    public Task An_unknown_command_is_named() => RefusesAsync("'frobnicate'", "frobnicate");

    [Fact]
    public async Task A_settings_file_that_is_no_json_is_named()
    {
        await File.WriteAllTextAsync(current.File("appsettings.json"), """{ "Urls": """, Cancel);
        await RefusesAsync(current.File("appsettings.json"));
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("chat")]
    public async Task A_file_that_is_no_database_is_refused_untouched(string command)
    {
        await File.WriteAllTextAsync(current.File("bot.db"), "my thesis, the only copy", Cancel);
        await RefusesDatabaseAsync("not a SQLite database", command);
    }

    [Fact]
    public async Task A_database_from_the_future_is_refused_untouched()
    {
        var database = $"Data Source={current.File("bot.db")}";
        using (var store = new SqliteStore(SqliteFile.Of(database), Retention.Default, TimeProvider.System, NullLogger<SqliteStore>.Instance))
            await store.OpenAsync(Cancel);
        using (var connection = new SqliteConnection($"{database};Pooling=False"))
        {
            connection.Open();
            connection.Run("PRAGMA user_version = 999");
        }

        await RefusesDatabaseAsync("newer TechLeakageBot", "serve");
    }

    private async Task RefusesDatabaseAsync(string why, string command)
    {
        var before = SHA256.HashData(await File.ReadAllBytesAsync(current.File("bot.db"), Cancel));
        await RefusesAsync(why, command, "--Urls=http://127.0.0.1:0", "--Storage:ConnectionString=Data Source=bot.db");
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(current.File("bot.db"), Cancel)));
    }

    /// <summary>It ends with 1, says why in one line, and shows nobody its inside.</summary>
    private async Task RefusesAsync(string why, params string[] args)
    {
        var (code, output, error) = await program.RunAsync(current.Path, args);

        Assert.Equal(1, code);
        Assert.Contains(why, Assert.Single(error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output + error, StringComparison.Ordinal);
    }

    /// <summary>The style sheets and the script that the desk's pages name, and what the script itself imports.</summary>
    private static async Task<IReadOnlyList<string>> DeskFilesAsync(HttpClient client)
    {
        var page = await client.GetStringAsync(new Uri("/officer/signed-out", UriKind.Relative), Cancel);
        var files = page.Split('"').Where(part => part.StartsWith("/officer/files/", StringComparison.Ordinal)).ToList();
        Assert.Equal(4, files.Count);
        return [.. files, files[^1].Replace("desk.js", "fluent.js", StringComparison.Ordinal)];
    }

    private static async Task<Uri> AddressAsync(StreamReader output, List<string> told)
    {
        const string Mark = "Now listening on: ";
        while (await output.ReadLineAsync(Cancel) is { } line)
        {
            told.Add(line);
            if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at)
                return new Uri(line[(at + Mark.Length)..]);
        }

        throw new InvalidOperationException($"It ended without serving:\n{string.Join('\n', told)}");
    }

    /// <returns>What the bot answers, as JSON.</returns>
    private static async Task<string> ConsultAsync(HttpClient client, string text)
    {
        var token = await PostAsync(client, "/directline/tokens/generate", new { user = new { id = "dl_somebody" } });
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("token").GetString());
        var id = (await PostAsync(client, "/directline/conversations", new { })).GetProperty("conversationId").GetString();
        await PostAsync(client, $"/directline/conversations/{id}/activities", new { type = "message", text, from = new { id = "dl_somebody" } });
        for (var looks = 0; looks < MostLooks; looks++)
        {
            var page = await client.GetFromJsonAsync<JsonElement>(new Uri($"/directline/conversations/{id}/activities", UriKind.Relative), Cancel);
            // The first is the greeting, which may be delivered after the person's words have come in.
            var answers = page.GetProperty("activities").EnumerateArray().Where(IsFromBot).Skip(1).ToList();
            if (answers.Count > 0)
                return JsonSerializer.Serialize(answers, Readable);
            await Task.Delay(20, Cancel);
        }

        throw new InvalidOperationException("No answer came.");
    }

    private static bool IsFromBot(JsonElement activity) => activity.GetProperty("from").GetProperty("role").GetString() == "bot";

    private static async Task<JsonElement> PostAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }
}
