using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// The keys that sign the tokens of Azure Bot Service, from its OpenID metadata. They are read again after a day, and at once
/// for a key id that is not among them, though not more often than every five minutes. While the metadata cannot be read, keys
/// that were good stay in use for three days.
/// </summary>
internal sealed class SigningKeys(BotFrameworkSettings settings, IHttpClientFactory clients, TimeProvider time, ILogger<SigningKeys> log) : IDisposable
{
    public const string ClientName = "botframework-keys";

    /// <summary>How long to wait after a failure before the metadata is asked again.</summary>
    public static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Fresh = TimeSpan.FromHours(24);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(3);
    private static readonly TimeSpan PauseForUnknownKeys = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile KeySet current = KeySet.None;
    private DateTimeOffset nextTry = DateTimeOffset.MinValue;
    private DateTimeOffset nextForUnknownKey = DateTimeOffset.MinValue;

    /// <summary>Only https, except on this machine.</summary>
    public static bool MayAsk(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && RunMode.IsLoopback(uri.Host));

    /// <summary>The keys in force, by their id; with the given one among them if it can be had. Empty where none can be had at all.</summary>
    public async Task<IReadOnlyDictionary<string, SigningKey>> WithAsync(string keyId, CancellationToken cancel)
    {
        if (!NeedsLoading(current, keyId))
            return current.Keys;
        await gate.WaitAsync(cancel);
        try
        {
            if (NeedsLoading(current, keyId) && MayLoad())
                await LoadAsync();
            return time.GetUtcNow() - current.Loaded < Longest ? current.Keys : KeySet.None.Keys;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();

    private bool NeedsLoading(KeySet keys, string keyId) => IsStale(keys) || !keys.Keys.ContainsKey(keyId);

    private bool IsStale(KeySet keys) => time.GetUtcNow() - keys.Loaded >= Fresh;

    private bool MayLoad()
    {
        var now = time.GetUtcNow();
        if (now < nextTry)
            return false;
        if (IsStale(current))
            return true;
        if (now < nextForUnknownKey)
            return false;
        nextForUnknownKey = now + PauseForUnknownKeys;
        return true;
    }

    /// <summary>Runs to its end whatever becomes of the request that needed it: the others wait for the same keys.</summary>
    private async Task LoadAsync()
    {
        try
        {
            current = new KeySet(await ReadAsync(clients.CreateClient(ClientName)), time.GetUtcNow());
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException or JsonException or FormatException or CryptographicException)
        {
            nextTry = time.GetUtcNow() + RetryPause;
            log.KeysUnreadable(settings.OpenIdMetadata, fault);
        }
    }

    private async Task<Dictionary<string, SigningKey>> ReadAsync(HttpClient client)
    {
        var metadata = JsonSerializer.Deserialize(await client.GetByteArrayAsync(settings.OpenIdMetadata), BotFrameworkJson.Default.OpenIdMetadata);
        if (!Uri.TryCreate(metadata?.KeysUri, UriKind.Absolute, out var keysUri) || !MayAsk(keysUri))
            throw new JsonException("The OpenID metadata names no https jwks_uri.");
        var set = JsonSerializer.Deserialize(await client.GetByteArrayAsync(keysUri), BotFrameworkJson.Default.JsonWebKeys);
        var keys = new Dictionary<string, SigningKey>(StringComparer.Ordinal);
        foreach (var key in set?.Keys ?? [])
        {
            if (key is { Type: "RSA", Id.Length: > 0, Modulus: not null, Exponent: not null })
                keys[key.Id] = SigningKey.Of(key);
        }

        return keys.Count > 0 ? keys : throw new JsonException("The key set holds no RSA key.");
    }

    private sealed record KeySet(IReadOnlyDictionary<string, SigningKey> Keys, DateTimeOffset Loaded)
    {
        public static KeySet None { get; } = new(new Dictionary<string, SigningKey>(), DateTimeOffset.MinValue);
    }
}

/// <param name="Endorsements">The ids of the channels whose tokens it may sign.</param>
internal sealed record SigningKey(SecurityKey Key, IReadOnlyList<string> Endorsements)
{
    public static SigningKey Of(PublishedKey key)
    {
        var parameters = new RSAParameters { Modulus = Base64UrlEncoder.DecodeBytes(key.Modulus), Exponent = Base64UrlEncoder.DecodeBytes(key.Exponent) };
        return new SigningKey(new RsaSecurityKey(parameters) { KeyId = key.Id }, key.Endorsements ?? []);
    }
}
