using System.Net.Http.Headers;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// Verifies the token that Azure Bot Service sends with each activity: signature, algorithm, issuer, audience and lifetime here,
/// service address and channel by <see cref="TokenVerdict.Sound.DefectFor"/> once the activity is known. Tokens of the emulator
/// and of other bots (skills) come from another issuer and are refused with the rest.
/// </summary>
internal sealed class TokenVerifier(BotFrameworkSettings settings, SigningKeys keys, TimeProvider time)
{
    private const string Issuer = "https://api.botframework.com";
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken };

    public async Task<TokenVerdict> VerifyAsync(StringValues authorization, CancellationToken cancel)
    {
        if (settings.Credentials is not { } own)
            return new TokenVerdict.NobodyIsAuthenticated();
        if (authorization.Count != 1
            || !AuthenticationHeaderValue.TryParse(authorization[0], out var header)
            || !header.Scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase)
            || string.IsNullOrEmpty(header.Parameter))
        {
            return new TokenVerdict.Defective("there is no bearer token");
        }

        if (Read(header.Parameter) is not { Kid.Length: > 0 } token)
            return new TokenVerdict.Defective("it is no JSON web token with a key id");
        var known = await keys.WithAsync(token.Kid, cancel);
        if (known.Count == 0)
            return new TokenVerdict.Unverifiable();
        return known.TryGetValue(token.Kid, out var key)
            ? await ValidateAsync(token, key, own.AppId)
            : new TokenVerdict.Defective("its key is unknown");
    }

    private JsonWebToken? Read(string encoded)
    {
        try
        {
            return encoded.Length <= LongestToken ? handler.ReadJsonWebToken(encoded) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private async Task<TokenVerdict> ValidateAsync(JsonWebToken token, SigningKey key, string appId)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            AudienceValidator = (audiences, _, _) => audiences.ToArray() is [var audience] && audience.Equals(appId, StringComparison.OrdinalIgnoreCase),
            LifetimeValidator = (from, until, _, _) => IsNow(from, until),
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key.Key,
            TryAllIssuerSigningKeys = false,
        });
        if (!result.IsValid)
            return new TokenVerdict.Defective(result.Exception?.GetType().Name ?? "it is not valid");
        return token.TryGetClaim("serviceurl", out var serviceUrl) && serviceUrl.Value.Length > 0
            ? new TokenVerdict.Sound(serviceUrl.Value, key.Endorsements)
            : new TokenVerdict.Defective("it has no serviceurl");
    }

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return until is not null && now <= until + Skew && (from is null || now >= from - Skew);
    }
}
