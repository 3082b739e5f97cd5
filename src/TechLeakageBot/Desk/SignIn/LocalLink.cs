using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>The secret of the sign-in link of local mode: 256 random bits, good for one use within fifteen minutes.</summary>
internal sealed class LocalLink(TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Whoever opens the desk again and again fills no console.</summary>
    private static readonly TimeSpan BetweenLinks = TimeSpan.FromMinutes(1);

    private const int Bytes = 32;

    private readonly Lock gate = new();
    private byte[]? hash;
    private DateTimeOffset? madeAt;

    /// <summary>A new code, where none is good any more; null where one still is, or the last one is less than a minute old.</summary>
    public string? Renew()
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (IsAlive(now) || now - madeAt < BetweenLinks)
                return null;
            var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
            (hash, madeAt) = (Hash(code), now);
            return code;
        }
    }

    /// <summary>Looks without using it up, as the page does that a preview of the link may fetch too.</summary>
    public bool IsGood(string? code)
    {
        lock (gate)
            return Matches(code);
    }

    /// <returns>True once.</returns>
    public bool Use(string? code)
    {
        lock (gate)
        {
            if (!Matches(code))
                return false;
            hash = null;
            return true;
        }
    }

    private bool IsAlive(DateTimeOffset now) => hash is not null && now - madeAt < Lifetime;

    private bool Matches(string? code) => code is not null && IsAlive(time.GetUtcNow()) && CryptographicOperations.FixedTimeEquals(Hash(code), hash);

    private static byte[] Hash(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code));
}
