namespace TechLeakageBot.Delivery;

/// <summary>The channels' own roads, for what becomes a reply only when it is sent. Keeps their limits.</summary>
internal sealed class ReplyRoads(IServiceProvider services, SendHistory history, TimeProvider time)
{
    /// <summary>Looked up late: whoever asks for them is a road itself.</summary>
    private readonly Lazy<IRoad[]> roads = new(() => [.. services.GetServices<IRoad>()]);

    /// <summary>Null where no channel carries the row.</summary>
    public IRoad? For(OutboxRow row) => roads.Value.FirstOrDefault(road => road.Carries(row));

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        if (For(row) is not { } road)
            return new SendOutcome.Closed("The conversation's channel is not configured.");
        var now = time.GetUtcNow();
        return road.Limit is { } limit && history.Claim(row, limit, now) is var free && free > now
            ? new SendOutcome.NotYet(free)
            : await road.SendAsync(row, cancel);
    }
}
