using System.Net.Http.Headers;
using Microsoft.Extensions.Time.Testing;

namespace TechLeakageBot.Tests.DirectLine;

public class TokenTests
{
    private const string Secret = "a-secret-of-some-length";

    private static readonly string[] WithoutSecret =
    [
        "--BotFramework:AppId=11111111-1111-1111-1111-111111111111", "--BotFramework:TenantId=22222222-2222-2222-2222-222222222222",
        "--BotFramework:ClientSecret=not-used-here",
    ];

    private static readonly string[] Remote = [.. WithoutSecret, $"--DirectLine:Secret={Secret}"];

    [Fact]
    public async Task In_local_mode_a_token_needs_no_secret_on_either_path()
    {
        await using var host = await DirectLineHost.StartAsync();
        foreach (var path in (string[])["/directline/tokens/generate", "/v3/directline/tokens/generate"])
        {
            var (status, json) = await host.AskAsync(HttpMethod.Post, path);
            Assert.Equal(200, status);
            Assert.Equal(1800, json.GetProperty("expires_in").GetInt32());
            Assert.NotEmpty(json.GetProperty("conversationId").GetString()!);
        }
    }

    [Fact]
    public async Task Only_in_local_mode_may_somebody_be_a_persona()
    {
        var body = new { user = new { id = "persona-officer" } };
        await using var local = await DirectLineHost.StartAsync();
        Assert.Equal(200, (await local.AskAsync(HttpMethod.Post, "/directline/tokens/generate", null, body)).Status);
        await using var remote = await DirectLineHost.StartAsync(null, Remote);
        Assert.Equal(400, (await remote.AskAsync(HttpMethod.Post, "/directline/tokens/generate", Secret, body)).Status);
        Assert.Equal(400, (await remote.AskAsync(HttpMethod.Post, "/directline/conversations", Secret, body)).Status);
    }

    [Fact]
    public async Task Otherwise_only_who_knows_the_secret_makes_tokens()
    {
        await using var host = await DirectLineHost.StartAsync(null, Remote);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate")).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", "a-secret-of-some-lengtH")).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/conversations")).Status);
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", Secret)).Status);
    }

    [Fact]
    public async Task Without_a_secret_configured_nobody_makes_tokens()
    {
        await using var host = await DirectLineHost.StartAsync(null, WithoutSecret);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", "")).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", Secret)).Status);
    }

    [Fact]
    public async Task The_person_is_the_tokens_whatever_the_activity_claims()
    {
        await using var host = await DirectLineHost.StartAsync(null, Remote);
        var (_, token) = await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", Secret, new { user = new { id = "dl_tanaka" } });
        var line = new Line(token.GetProperty("conversationId").GetString()!, token.GetProperty("token").GetString()!, host.Client.BaseAddress!);
        await host.AskAsync(HttpMethod.Post, "/directline/conversations", line.Token);
        await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = "質問", from = new { id = "dl_suzuki" } });

        Assert.All(host.Store.Turns, turn => Assert.Equal("dl_tanaka", turn.Conversation.Person));
        var echo = (await host.ReadAsync(line, 3)).Single(activity => activity.TryGetProperty("text", out _));
        Assert.Equal("dl_tanaka", echo.GetProperty("from").GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_token_opens_its_own_conversation_only()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (mine, other) = (await host.OpenAsync(), await host.OpenAsync());
        await host.ReadAsync(other, 1);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Get, other.Activities, mine.Token)).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, other.Activities, mine.Token, new { type = "message", text = "x" })).Status);
        Assert.Equal(404, (await host.AskAsync(HttpMethod.Get, "/directline/conversations/nowhere/activities", mine.Token)).Status);
        Assert.Equal(404, (await host.AskAsync(HttpMethod.Get, $"/directline/conversations/{new string('x', 4_000)}", mine.Token)).Status);
    }

    [Fact]
    public async Task An_expired_token_is_refused_and_a_refreshed_one_goes_on()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var host = await DirectLineHost.StartAsync(time);
        var line = await host.OpenAsync();
        time.Advance(TimeSpan.FromMinutes(29));
        var (status, refreshed) = await host.AskAsync(HttpMethod.Post, "/directline/tokens/refresh", line.Token);
        Assert.Equal(200, status);
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Get, line.Activities, line.Token)).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/refresh", line.Token)).Status);
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Get, line.Activities, refreshed.GetProperty("token").GetString())).Status);
    }

    [Theory]
    [InlineData("")]
    [InlineData("undefined")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.eyJhdWQiOiJBcGkiLCJjb252IjoieCIsInVzZXIiOiJ5IiwiZXhwIjo5OTk5OTk5OTk5fQ.")]
    public async Task What_the_bot_has_not_signed_opens_nothing(string token)
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Get, line.Activities, token)).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Get, line.Activities, line.Token[..^4] + "AAAA")).Status);
    }

    [Fact]
    public async Task The_sockets_credential_opens_nothing_else()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        var credential = line.Stream.Query[(line.Stream.Query.IndexOf("t=", StringComparison.Ordinal) + 2)..];
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Get, line.Activities, credential)).Status);
        Assert.Equal(403, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/refresh", credential)).Status);
    }

    [Theory]
    [InlineData("http://localhost:1234", true)]
    [InlineData("http://127.0.0.1:4000", true)]
    [InlineData("https://evil.example", false)]
    [InlineData("null", false)]
    public async Task In_local_mode_only_pages_of_this_machine_may_ask(string origin, bool may)
    {
        await using var host = await DirectLineHost.StartAsync();
        var (status, allowed) = await AskFromAsync(host, origin);
        Assert.Equal(may ? 200 : 403, status);
        Assert.Equal(may ? origin : null, allowed);
    }

    [Theory]
    [InlineData("https://intranet.example.com", true)]
    [InlineData("http://localhost:1234", false)]
    public async Task Otherwise_only_configured_pages_may_ask(string origin, bool may)
    {
        await using var host = await DirectLineHost.StartAsync(null, [.. Remote, "--DirectLine:AllowedOrigins:0=https://intranet.example.com"]);
        var (status, allowed) = await AskFromAsync(host, origin);
        Assert.Equal(may ? 200 : 403, status);
        Assert.Equal(may ? origin : null, allowed);
    }

    [Fact]
    public async Task A_preflight_as_web_chat_sends_it_is_answered()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Options, "/directline/conversations");
        request.Headers.Add("Origin", "http://localhost:1234");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type,x-ms-bot-agent,x-requested-with");
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(204, (int)response.StatusCode);
        Assert.Equal("authorization,content-type,x-ms-bot-agent,x-requested-with", response.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Theory]
    [InlineData("--DirectLine:Secret=short")]
    [InlineData("--DirectLine:AllowedOrigins:0=*")]
    [InlineData("--DirectLine:AllowedOrigins:0=https://a.example/path")]
    [InlineData("--DirectLine:PublicUrl=bot")]
    public void A_malformed_setting_stops_the_start_and_is_named(string setting)
    {
        var fault = Assert.Throws<Hosting.SettingsException>(() => BotApp.Build([setting]));
        Assert.Contains(setting[2..setting.IndexOf('=', StringComparison.Ordinal)], fault.Message, StringComparison.Ordinal);
    }

    private static async Task<(int Status, string? Allowed)> AskFromAsync(DirectLineHost host, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/directline/tokens/generate");
        request.Headers.Add("Origin", origin);
        if (origin.StartsWith("https", StringComparison.Ordinal))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Secret);
        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null);
    }
}
