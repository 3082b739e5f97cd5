using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace TechLeakageBot.Training;

/// <summary>
/// Lists that were checked and wait for the officer's word: one an officer, for half an hour, in memory only. After a restart the file is
/// chosen once more.
/// </summary>
internal sealed class CheckedRosters(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<string, Waiting> waiting = new(StringComparer.Ordinal);

    /// <returns>What the officer's form names the list by.</returns>
    public string Keep(string officer, Roster roster, bool isWhole)
    {
        foreach (var (other, old) in waiting)
        {
            if (time.GetUtcNow() - old.At >= Kept)
                waiting.TryRemove(new(other, old));
        }

        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        waiting[officer] = new Waiting(token, roster, isWhole, time.GetUtcNow());
        return token;
    }

    /// <summary>It stays until it is replaced or too old, so that a form that is sent twice does the same twice. Null where it is gone.</summary>
    public (Roster Roster, bool IsWhole)? Find(string officer, string? token) =>
        waiting.TryGetValue(officer, out var found) && found.Token == token && time.GetUtcNow() - found.At < Kept ? (found.Roster, found.IsWhole) : null;

    private sealed record Waiting(string Token, Roster Roster, bool IsWhole, DateTimeOffset At);
}
