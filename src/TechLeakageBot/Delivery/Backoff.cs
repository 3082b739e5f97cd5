namespace TechLeakageBot.Delivery;

/// <summary>How long to wait after a failure: exponential with full jitter, so that what failed together does not return together.</summary>
internal static class Backoff
{
    private static readonly TimeSpan Base = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Cap = TimeSpan.FromMinutes(5);

    /// <summary>A platform that asks for more is asked again nevertheless.</summary>
    private static readonly TimeSpan LongestAfter = TimeSpan.FromHours(1);

    /// <summary>The longest wait after so many earlier failures.</summary>
    public static TimeSpan Ceiling(int failures) =>
        failures >= 9 ? Cap : TimeSpan.FromTicks(Math.Min(Cap.Ticks, Base.Ticks << failures));

    /// <param name="after">The platform's own word; the wait is not shorter than that.</param>
    /// <param name="random">From 0 to below 1.</param>
    public static TimeSpan Wait(int failures, TimeSpan? after, double random)
    {
        var jittered = Ceiling(failures) * random;
        var asked = after is { } told && told > TimeSpan.Zero ? told : TimeSpan.Zero;
        return jittered > asked ? jittered : asked < LongestAfter ? asked : LongestAfter;
    }
}
