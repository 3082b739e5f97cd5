namespace TechLeakageBot.Delivery;

/// <summary>When messages were sent to each thread of a channel, as far back as its limit looks.</summary>
internal sealed class SendHistory
{
    /// <summary>A thread silent for longer is dropped; no platform's window is longer than an hour.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Channel, string Conversation), List<DateTimeOffset>> threads = [];
    private DateTimeOffset swept;

    public int Threads => threads.Count;

    /// <summary>
    /// When one more may be sent. That is <paramref name="now"/> where it may be sent at once, and then it counts as sent.
    /// </summary>
    public DateTimeOffset Claim(OutboxRow row, RateLimit limit, DateTimeOffset now)
    {
        lock (gate)
            return ClaimAlone(row, limit, now);
    }

    private DateTimeOffset ClaimAlone(OutboxRow row, RateLimit limit, DateTimeOffset now)
    {
        Sweep(now);
        var thread = (row.Conversation.Channel, row.Conversation.Conversation);
        if (!threads.TryGetValue(thread, out var sent))
            threads.Add(thread, sent = []);
        var free = limit.FreeAt(sent, now);
        if (free > now)
            return free;
        if (sent.Count >= limit.Memory)
            sent.RemoveRange(0, sent.Count - limit.Memory + 1);
        sent.Add(now);
        return now;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (now - swept < KeptFor)
            return;
        swept = now;
        foreach (var silent in threads.Where(thread => now - thread.Value[^1] >= KeptFor).Select(thread => thread.Key).ToArray())
            threads.Remove(silent);
    }
}
