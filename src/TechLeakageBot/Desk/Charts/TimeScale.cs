namespace TechLeakageBot.Desk.Charts;

/// <summary>The axis of times: logarithmic, since minutes and days stand on one line.</summary>
internal static class TimeScale
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    public static IReadOnlyList<TimeSpan> Ticks { get; } =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(8), TimeSpan.FromDays(1), TimeSpan.FromDays(7)];

    /// <summary>0 at a minute and less, 1 at a week and more.</summary>
    public static double Place(TimeSpan time) => Math.Clamp(Math.Log(Math.Max(time / Shortest, 1)) / Math.Log(Longest / Shortest), 0, 1);

    /// <summary>The dots of times near one another stand in one stack.</summary>
    /// <returns>For each stack its middle, from 0 to 1, and how many stand in it.</returns>
    public static IEnumerable<(double Place, int Count)> Stacks(IEnumerable<TimeSpan> times, int most) =>
        from time in times
        group time by Math.Min((int)(Place(time) * most), most - 1) into stack
        orderby stack.Key
        select ((stack.Key + 0.5) / most, stack.Count());

    /// <summary>How many took at most a tick and longer than the one before, for the table.</summary>
    /// <returns>The tick is null for those beyond the last.</returns>
    public static IEnumerable<(TimeSpan? UpTo, int Count)> Steps(IReadOnlyCollection<TimeSpan> times)
    {
        var before = TimeSpan.MinValue;
        foreach (var tick in Ticks)
        {
            yield return (tick, times.Count(time => time > before && time <= tick));
            before = tick;
        }

        yield return (null, times.Count(time => time > before));
    }
}
