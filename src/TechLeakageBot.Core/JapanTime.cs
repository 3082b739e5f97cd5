namespace TechLeakageBot.Core;

/// <summary>The time in Japan, which has no summer time: officers' days, years and months are counted in it.</summary>
public static class JapanTime
{
    private static readonly TimeSpan Offset = TimeSpan.FromHours(9);

    public static DateTimeOffset Of(DateTimeOffset at) => at.ToOffset(Offset);

    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(Of(at).DateTime);

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(day.ToDateTime(time), Offset);
}
