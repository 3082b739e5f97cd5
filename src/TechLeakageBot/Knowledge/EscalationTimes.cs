using System.Globalization;

namespace TechLeakageBot.Knowledge;

/// <summary>Times of the escalation as people write them: <c>hh:mm:ss</c> or <c>d.hh:mm:ss</c>.</summary>
internal static class EscalationTimes
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    public static string Expected { get; } = $"a time of up to {Longest.TotalDays} days such as 00:15:00 or 7.00:00:00";

    public const string Rising = "the times of reminder, deputies and everybody must rise, such as 00:15:00, 01:00:00, 04:00:00";

    /// <summary>Null for anything else, and for a number alone: whoever writes 15 means minutes, and .NET reads days.</summary>
    public static TimeSpan? Parse(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero && time <= Longest ? time : null;

    public static bool Rise(IReadOnlyList<TimeSpan> steps) => steps.Zip(steps.Skip(1)).All(pair => pair.First < pair.Second);
}
