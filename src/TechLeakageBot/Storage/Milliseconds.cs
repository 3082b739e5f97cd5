namespace TechLeakageBot.Storage;

/// <summary>The stored form of a time: milliseconds since 1970-01-01 UTC, rounded up so that nothing falls due before its time.</summary>
internal static class Milliseconds
{
    public static long Of(DateTimeOffset time) =>
        time.AddTicks(TimeSpan.TicksPerMillisecond - 1).ToUnixTimeMilliseconds();

    public static DateTimeOffset Time(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
}
