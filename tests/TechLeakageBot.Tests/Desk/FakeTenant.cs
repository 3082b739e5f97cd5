using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TechLeakageBot.Tests.BotFramework;

namespace TechLeakageBot.Tests.Desk;

/// <summary>Signs people in as Entra ID does: discovery, a redirect back with a code, and a token for the code.</summary>
internal sealed class FakeTenant : IAsyncDisposable
{
    private readonly RsaSecurityKey key = FakeIssuer.NewKey("tenant-1");
    private FakeServer? server;
    private string? nonce;

    public string Url => server!.Url;

    /// <summary>What the next token says of the person.</summary>
    public Dictionary<string, object> Claims { get; } = new() { ["sub"] = "somebody", ["tid"] = TestBot.Tenant };

    public string Audience { get; set; } = TestBot.AppId;

    public SecurityKey? SignedWith { get; set; }

    /// <summary>What was sent for the code.</summary>
    public string Asked { get; private set; } = "";

    public static async Task<FakeTenant> StartAsync()
    {
        var tenant = new FakeTenant();
        tenant.server = await FakeServer.StartAsync(tenant.AnswerAsync);
        return tenant;
    }

    /// <summary>The person signs in there and is sent back.</summary>
    public Uri SignIn(Uri challenge)
    {
        var query = QueryHelpers.ParseQuery(challenge.Query);
        nonce = query["nonce"];
        return new Uri(QueryHelpers.AddQueryString(query["redirect_uri"]!, new Dictionary<string, string?> { ["code"] = "a-code", ["state"] = query["state"] }));
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json";
        object answer = context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => new
            {
                issuer = Url,
                authorization_endpoint = Url + "/authorize",
                token_endpoint = Url + "/token",
                jwks_uri = Url + "/keys",
            },
            "/keys" => new { keys = new[] { JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(key.Rsa.ExportParameters(false)) { KeyId = key.KeyId }) } },
            _ => await TokenAsync(context),
        };
        await context.Response.WriteAsync(JsonSerializer.Serialize(answer));
    }

    private async Task<object> TokenAsync(HttpContext context)
    {
        Asked = await new StreamReader(context.Request.Body).ReadToEndAsync();
        return new { access_token = "none", token_type = "Bearer", expires_in = 3600, id_token = IdToken() };
    }

    private string IdToken() => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Url,
        Audience = Audience,
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object>(Claims) { ["nonce"] = nonce! },
        SigningCredentials = new SigningCredentials(SignedWith ?? key, SecurityAlgorithms.RsaSha256),
    });
}
