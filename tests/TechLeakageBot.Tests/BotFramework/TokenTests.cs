using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace TechLeakageBot.Tests.BotFramework;

public sealed class TokenTests : IAsyncLifetime
{
    private static readonly Dictionary<string, Action<SecurityTokenDescriptor>> BrokenRules = new()
    {
        ["another issuer"] = token => token.Issuer = "https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/",
        ["no issuer"] = token => token.Issuer = null,
        ["another audience"] = token => token.Audience = "22222222-2222-3333-4444-555555555555",
        ["no audience"] = token => token.Audience = null,
        ["a second audience"] = token => token.Audiences.Add("22222222-2222-3333-4444-555555555555"),
        ["expired"] = token => (token.NotBefore, token.Expires) = (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddMinutes(-6)),
        ["no expiry"] = token => token.Expires = null,
        ["not yet valid"] = token => token.NotBefore = DateTime.UtcNow.AddMinutes(6),
        ["no service address"] = token => token.Claims.Remove("serviceurl"),
        ["another service address"] = token => token.Claims["serviceurl"] = "https://smba.trafficmanager.net/other/",
        ["an unknown key"] = token => token.SigningCredentials = new SigningCredentials(FakeIssuer.NewKey("key-x"), SecurityAlgorithms.RsaSha256),
        ["a key that only bears the name"] = token => token.SigningCredentials = new SigningCredentials(FakeIssuer.NewKey("key-1"), SecurityAlgorithms.RsaSha256),
        ["another algorithm"] = token => token.SigningCredentials = new SigningCredentials(token.SigningCredentials.Key, SecurityAlgorithms.RsaSsaPssSha256),
        ["a shared secret"] = token => token.SigningCredentials = new SigningCredentials(
            new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(64)) { KeyId = "key-1" }, SecurityAlgorithms.HmacSha256),
        ["no key id"] = token => token.SigningCredentials = new SigningCredentials(FakeIssuer.NewKey(""), SecurityAlgorithms.RsaSha256),
        ["no signature"] = token => token.SigningCredentials = null,
    };

    private TestBot bot = null!;

    public static TheoryData<string> Rules => [.. BrokenRules.Keys];

    public async ValueTask InitializeAsync() => bot = await TestBot.GuardedAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha256)]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task A_sound_token_is_accepted(string algorithm)
    {
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(bot.Message(), bot.Issuer.Token(bot.Connector.Url, algorithm: algorithm)));
        Assert.Single(bot.Store.Commits);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task A_token_that_breaks_one_rule_is_refused(string rule)
    {
        using var response = await bot.PostAsync(bot.Message(), bot.Issuer.Token(bot.Connector.Url, BrokenRules[rule]));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("\"error\":", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(bot.Store.Commits);
    }

    [Fact]
    public async Task A_clock_five_minutes_off_is_forgiven() => Assert.Equal(
        HttpStatusCode.Accepted,
        await bot.StatusAsync(bot.Message(), bot.Issuer.Token(bot.Connector.Url, token => token.Expires = DateTime.UtcNow.AddMinutes(-4))));

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer x")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.e30.")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("nonsense, \"")]
    public async Task A_request_without_a_token_is_refused(string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(bot.Message().ToJsonString()) };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await bot.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Empty(bot.Store.Commits);
    }

    [Theory]
    [InlineData("slack")]
    [InlineData("emulator")]
    [InlineData(null)]
    public async Task A_key_speaks_for_its_own_channels_only(string? channel)
    {
        var message = bot.Message();
        message["channelId"] = channel;
        Assert.Equal(HttpStatusCode.Unauthorized, await bot.StatusAsync(message, bot.Issuer.Token(bot.Connector.Url)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    public async Task A_sound_token_with_a_bad_body_is_the_bodys_fault(string body)
    {
        using var response = await bot.PostAsync(new StringContent(body, Encoding.UTF8), bot.Issuer.Token(bot.Connector.Url));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData(null)]
    public async Task Another_tenant_is_not_served(string? tenant)
    {
        var message = bot.Message();
        message["channelData"]!["tenant"]!["id"] = tenant;
        Assert.Equal(HttpStatusCode.Forbidden, await bot.StatusAsync(message, bot.Issuer.Token(bot.Connector.Url)));
        Assert.Empty(bot.Store.Commits);
    }

    [Fact]
    public async Task A_channel_without_tenants_is_served()
    {
        var message = bot.Message();
        message["channelId"] = "webchat";
        message.Remove("channelData");
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(message, bot.Issuer.Token(bot.Connector.Url)));
    }

    [Fact]
    public async Task A_service_address_that_is_not_allowed_is_refused_even_with_a_token()
    {
        var message = bot.Message();
        message["serviceUrl"] = "https://evil.example/";
        Assert.Equal(HttpStatusCode.Forbidden, await bot.StatusAsync(message, bot.Issuer.Token("https://evil.example/")));
    }

    [Fact]
    public async Task A_new_key_is_found_at_once_and_unknown_ones_do_not_wear_the_issuer_out()
    {
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(bot.Message(id: "a"), bot.Issuer.Token(bot.Connector.Url)));
        var next = FakeIssuer.NewKey("key-2");
        bot.Issuer.Publish(next);
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(bot.Message(id: "b"), bot.Issuer.Token(bot.Connector.Url, key: next)));
        var unknown = bot.Issuer.Token(bot.Connector.Url, key: FakeIssuer.NewKey("key-3"));
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, await bot.StatusAsync(bot.Message(id: "c"), unknown));
        Assert.Equal(2, bot.Issuer.TimesAsked);
    }

    [Fact]
    public async Task Without_any_keys_the_sender_is_asked_to_come_again()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var other = await TestBot.GuardedAsync(time);
        other.Issuer.IsDown = true;
        var token = other.Issuer.Token(other.Connector.Url);
        using var response = await other.PostAsync(other.Message(), token);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(10), response.Headers.RetryAfter?.Delta);

        other.Issuer.IsDown = false;
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal(HttpStatusCode.Accepted, await other.StatusAsync(other.Message(), token));
    }

    [Fact]
    public async Task Keys_are_read_again_after_a_day_and_kept_while_they_cannot_be()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var other = await TestBot.GuardedAsync(time);
        var token = other.Issuer.Token(other.Connector.Url, descriptor => descriptor.Expires = DateTime.UtcNow.AddDays(10));
        Assert.Equal(HttpStatusCode.Accepted, await other.StatusAsync(other.Message(), token));
        time.Advance(TimeSpan.FromHours(23));
        await other.StatusAsync(other.Message(), token);
        Assert.Equal(1, other.Issuer.TimesAsked);
        time.Advance(TimeSpan.FromHours(2));
        await other.StatusAsync(other.Message(), token);
        Assert.Equal(2, other.Issuer.TimesAsked);

        other.Issuer.IsDown = true;
        time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(HttpStatusCode.Accepted, await other.StatusAsync(other.Message(), token));
        time.Advance(TimeSpan.FromHours(72));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await other.StatusAsync(other.Message(), token));
    }
}
