namespace TechLeakageBot.Delivery;

/// <summary>How fast a platform takes messages in one conversation: sliding windows that hold all at once.</summary>
internal sealed record RateLimit(params IReadOnlyList<RateWindow> Windows)
{
    /// <summary>How many of the newest sends decide.</summary>
    public int Memory => Windows.Max(window => window.Most);

    /// <summary>The earliest time from <paramref name="now"/> on at which one more may be sent.</summary>
    /// <param name="sent">When the former ones were sent, oldest first.</param>
    public DateTimeOffset FreeAt(IReadOnlyList<DateTimeOffset> sent, DateTimeOffset now) => Windows
        .Where(window => sent.Count >= window.Most)
        .Select(window => sent[^window.Most] + window.Per)
        .Append(now)
        .Max();
}

/// <summary>At most so many in any span of so long.</summary>
internal readonly record struct RateWindow(int Most, TimeSpan Per);
