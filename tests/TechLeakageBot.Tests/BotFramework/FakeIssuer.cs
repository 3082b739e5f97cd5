using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TechLeakageBot.Tests.BotFramework;

/// <summary>Announces keys as Azure Bot Service does, and signs tokens with them.</summary>
internal sealed class FakeIssuer : IAsyncDisposable
{
    private readonly List<RsaSecurityKey> published = [];
    private FakeServer? server;

    public string Metadata => server!.Url + "/openidconfiguration";

    public bool IsDown { get; set; }

    public int TimesAsked { get; private set; }

    public string[] Endorsements { get; set; } = ["msteams", "webchat"];

    public static async Task<FakeIssuer> StartAsync()
    {
        var issuer = new FakeIssuer();
        issuer.Publish(NewKey("key-1"));
        issuer.server = await FakeServer.StartAsync(issuer.AnswerAsync);
        return issuer;
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public void Publish(RsaSecurityKey key) => published.Add(key);

    public static SecurityTokenDescriptor Descriptor(string serviceUrl) => new()
    {
        Issuer = "https://api.botframework.com",
        Audience = TestBot.AppId,
        NotBefore = DateTime.UtcNow.AddMinutes(-1),
        IssuedAt = DateTime.UtcNow.AddMinutes(-1),
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object> { ["serviceurl"] = serviceUrl },
    };

    public string Token(string serviceUrl, Action<SecurityTokenDescriptor>? change = null, SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var descriptor = Descriptor(serviceUrl);
        descriptor.SigningCredentials = new SigningCredentials(key ?? published[0], algorithm);
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        if (IsDown)
        {
            context.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        if (context.Request.Path == "/openidconfiguration")
        {
            TimesAsked++;
            await context.Response.WriteAsync(JsonSerializer.Serialize(new { issuer = "https://api.botframework.com", jwks_uri = server!.Url + "/keys" }));
            return;
        }

        await context.Response.WriteAsync(JsonSerializer.Serialize(new { keys = published.Select(Published) }));
    }

    private object Published(RsaSecurityKey key)
    {
        var parameters = key.Rsa.ExportParameters(false);
        return new
        {
            kty = "RSA",
            use = "sig",
            kid = key.KeyId,
            n = Base64UrlEncoder.Encode(parameters.Modulus),
            e = Base64UrlEncoder.Encode(parameters.Exponent),
            endorsements = Endorsements,
        };
    }
}
