namespace TechLeakageBot.Delivery;

/// <summary>A way out of the outbox, such as a chat platform.</summary>
internal interface IRoad
{
    /// <summary>How fast the platform lets the bot speak in one conversation; null where it sets no limit.</summary>
    RateLimit? Limit => null;

    /// <summary>Whether alerts have this way to the officer.</summary>
    bool CarriesAlerts => false;

    /// <summary>Whether nobody but the row's person reads its conversation: what is for one officer goes into no other.</summary>
    bool IsPrivate(OutboxRow row) => false;

    /// <summary>Whether this road carries the row.</summary>
    bool Carries(OutboxRow row);

    /// <summary>Sends one row. Faults of the network and the platform come back as an outcome, not as an exception.</summary>
    Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel);
}

internal abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    public sealed record Sent : SendOutcome;

    /// <summary>It may work later.</summary>
    /// <param name="After">The platform's own word on how long to wait.</param>
    /// <param name="Error">For the log and the desk; never holds message text.</param>
    public sealed record Later(string Error, TimeSpan? After = null) : SendOutcome;

    /// <summary>The road's own limit is reached until then, which counts as no failure.</summary>
    public sealed record NotYet(DateTimeOffset Until) : SendOutcome;

    /// <summary>This road is closed for good.</summary>
    public sealed record Closed(string Error) : SendOutcome;
}
