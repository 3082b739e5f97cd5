using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TechLeakageBot.Audit;

/// <summary>One entry of the audit.</summary>
/// <param name="Sequence">From 1 on, without a gap.</param>
/// <param name="At">Milliseconds since 1970-01-01 UTC.</param>
/// <param name="What">One of <see cref="Audited"/>.</param>
/// <param name="Number">The incident's number; empty where the entry is about none.</param>
/// <param name="Event">The number of the event within the incident; null for what is no event.</param>
/// <param name="Actor">Who: <c>reporter</c>, <c>clock</c>, <c>somebody</c>, or an officer's id.</param>
/// <param name="Digest">Of the event as it is stored, keyed by its salt; null for what is no event.</param>
/// <param name="Hash">Over all of this and the hash of the entry before.</param>
public sealed record AuditEntry(long Sequence, long At, string What, string Number, long? Event, string Actor, byte[]? Digest, byte[] Hash)
{
    /// <summary>What stands before the first entry.</summary>
    public static byte[] Origin { get; } = new byte[SHA256.HashSizeInBytes];

    /// <summary>The entry that follows on <paramref name="before"/>.</summary>
    public static AuditEntry After(byte[] before, long sequence, long at, string what, string number, long? @event, string actor, byte[]? digest)
    {
        var entry = new AuditEntry(sequence, at, what, number, @event, actor, digest, []);
        return entry with { Hash = entry.HashAfter(before) };
    }

    public byte[] HashAfter(byte[] before)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, before);
        Add(hash, Sequence);
        Add(hash, At);
        Add(hash, Encoding.UTF8.GetBytes(What));
        Add(hash, Encoding.UTF8.GetBytes(Number));
        Add(hash, Event ?? -1);
        Add(hash, Encoding.UTF8.GetBytes(Actor));
        Add(hash, Digest ?? []);
        return hash.GetHashAndReset();
    }

    public static byte[] DigestOf(byte[] salt, string stored) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(stored));

    /// <summary>With its length before it, so that no two rows of parts run into the same bytes.</summary>
    private static void Add(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Add(hash, part.Length);
        hash.AppendData(part);
    }

    private static void Add(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }
}

/// <summary>What an entry of the audit is about.</summary>
internal static class Audited
{
    public const string Event = "event";

    public const string Viewed = "viewed";

    /// <summary>Somebody tried what is not theirs to do.</summary>
    public const string Refused = "refused";

    public const string Exported = "exported";

    /// <summary>The incident's time of keeping is over, and its events were deleted.</summary>
    public const string Purged = "purged";
}
