using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>
/// Signs and reads the tokens that open a conversation: a JWT (HS256), because Web Chat reads its user's id from the claim
/// <c>user</c>. Nothing is stored, so any instance with the same database reads them.
/// </summary>
internal sealed class ConversationTokens(IStore store, TimeProvider time)
{
    private static readonly JsonWebTokenHandler Handler = new();

    private byte[]? key;

    public static TimeSpan LifeOf(TokenUse use) => use == TokenUse.Api ? TimeSpan.FromMinutes(30) : TimeSpan.FromMinutes(2);

    /// <summary>A conversation that nobody else can guess.</summary>
    public static string NewConversation() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    public async Task<string> IssueAsync(Ticket ticket, TokenUse use, CancellationToken cancel)
    {
        var claims = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(claims))
        {
            writer.WriteStartObject();
            writer.WriteString("aud", use.ToString());
            writer.WriteString("conv", ticket.Conversation);
            writer.WriteString("user", ticket.Person);
            writer.WriteNumber("exp", (time.GetUtcNow() + LifeOf(use)).ToUnixTimeSeconds());
            writer.WriteEndObject();
        }

        return Handler.CreateToken(Encoding.UTF8.GetString(claims.WrittenSpan), new SigningCredentials(await KeyAsync(cancel), SecurityAlgorithms.HmacSha256));
    }

    /// <summary>Null for whatever this bot has not signed for this use, and for what has expired.</summary>
    public async Task<Ticket?> ReadAsync(string token, TokenUse use, CancellationToken cancel)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            IssuerSigningKey = await KeyAsync(cancel),
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            ValidAudience = use.ToString(),
            ValidateIssuer = false,
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        });
        return result.IsValid && result.SecurityToken is JsonWebToken known
            ? new Ticket(known.GetPayloadValue<string>("conv"), known.GetPayloadValue<string>("user"))
            : null;
    }

    private async Task<SymmetricSecurityKey> KeyAsync(CancellationToken cancel) =>
        new(key ??= await store.KeyAsync(DirectLineFeature.Channel, cancel));
}

/// <summary>What a token opens: one conversation, as one person.</summary>
internal sealed record Ticket(string Conversation, string Person)
{
    public ConversationKey Key => new(DirectLineFeature.Channel, Conversation, Person);
}

/// <summary>What a token is good for.</summary>
internal enum TokenUse
{
    /// <summary>Requests; sent in a header.</summary>
    Api,

    /// <summary>Opening a socket. It stands in the URL, which proxies log, so it is short-lived and opens nothing else.</summary>
    Stream,
}
