using System.Security.Cryptography;

namespace TechLeakageBot.Audit;

/// <summary>Finds what does not fit together: an entry edited, deleted, inserted, moved or cut off, an event edited, missing or added.</summary>
internal static class AuditVerification
{
    /// <param name="entries">In the order of their sequence.</param>
    /// <param name="events">Every stored event.</param>
    /// <param name="witnesses">Digests that were written outside the database; empty where there are none.</param>
    /// <returns>What is wrong, in words; empty where the audit is intact.</returns>
    public static IReadOnlyList<string> Faults(
        IReadOnlyList<AuditEntry> entries, IReadOnlyList<StoredEvent> events, IReadOnlyList<AuditDigest> witnesses)
    {
        List<string> faults = [];
        CheckChain(entries, faults);
        CheckEvents(entries, events, faults);
        CheckWitnesses(entries, witnesses, faults);
        return faults;
    }

    /// <summary>One fault for each place where the chain breaks, not for all that follows.</summary>
    private static void CheckChain(IReadOnlyList<AuditEntry> entries, List<string> faults)
    {
        var (sequence, hash) = (0L, AuditEntry.Origin);
        foreach (var entry in entries)
        {
            if (entry.Sequence != sequence + 1)
                faults.Add($"Entry {sequence + 1} is missing, {entry.Sequence} follows in its place: an entry was deleted, inserted or moved.");
            else if (!CryptographicOperations.FixedTimeEquals(entry.HashAfter(hash), entry.Hash))
                faults.Add($"Entry {entry.Sequence} does not follow on the one before: it, or that one, was edited, inserted or moved.");
            (sequence, hash) = (entry.Sequence, entry.Hash);
        }
    }

    private static void CheckWitnesses(IReadOnlyList<AuditEntry> entries, IReadOnlyList<AuditDigest> witnesses, List<string> faults)
    {
        var hashes = entries.ToDictionary(entry => entry.Sequence, entry => entry.Hash);
        foreach (var witness in witnesses)
        {
            if (!hashes.TryGetValue(witness.Sequence, out var hash))
                faults.Add($"Entry {witness.Sequence} is missing: the digests written outside the database know it, so the audit was cut off.");
            else if (!CryptographicOperations.FixedTimeEquals(hash, witness.Hash))
                faults.Add($"Entry {witness.Sequence} has another hash than the digest written outside the database: the audit was rewritten.");
        }
    }

    private static void CheckEvents(IReadOnlyList<AuditEntry> entries, IReadOnlyList<StoredEvent> events, List<string> faults)
    {
        var purged = entries.Where(entry => entry.What == Audited.Purged).Select(entry => entry.Number).ToHashSet(StringComparer.Ordinal);
        var stored = events.ToDictionary(known => (known.Number, known.Event));
        foreach (var entry in entries.Where(entry => entry.What == Audited.Event))
        {
            if (!stored.Remove((entry.Number, entry.Event ?? 0), out var known))
            {
                if (!purged.Contains(entry.Number))
                    faults.Add($"{entry.Number}: event {entry.Event} is missing, though entry {entry.Sequence} tells of it.");
            }
            else if (purged.Contains(entry.Number))
            {
                faults.Add($"{entry.Number}: event {entry.Event} is there, though the audit tells of the incident's purge.");
            }
            else if (entry.Digest is null || !CryptographicOperations.FixedTimeEquals(AuditEntry.DigestOf(known.Salt, known.Stored), entry.Digest))
            {
                faults.Add($"{entry.Number}: event {entry.Event} is not as entry {entry.Sequence} has it: it was edited.");
            }
        }

        faults.AddRange(stored.Keys.Select(extra => $"{extra.Number}: event {extra.Event} has no entry in the audit: it was inserted."));
    }
}

/// <summary>An event as it stands in the database.</summary>
internal sealed record StoredEvent(string Number, long Event, string Stored, byte[] Salt);

/// <summary>The hash of the newest entry at some time, kept outside the database.</summary>
public sealed record AuditDigest(long Sequence, byte[] Hash);
