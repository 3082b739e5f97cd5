using System.Text.Json.Serialization;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>OpenID Connect discovery, as far as it names the keys.</summary>
internal sealed record OpenIdMetadata([property: JsonPropertyName("jwks_uri")] string? KeysUri);

/// <summary>A JSON Web Key Set with Bot Framework's endorsements.</summary>
internal sealed record JsonWebKeys(IReadOnlyList<PublishedKey>? Keys);

internal sealed record PublishedKey(
    [property: JsonPropertyName("kty")] string? Type,
    [property: JsonPropertyName("kid")] string? Id,
    [property: JsonPropertyName("n")] string? Modulus,
    [property: JsonPropertyName("e")] string? Exponent,
    [property: JsonPropertyName("endorsements")] IReadOnlyList<string>? Endorsements);
