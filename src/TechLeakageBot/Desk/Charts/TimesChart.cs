namespace TechLeakageBot.Desk.Charts;

/// <summary>How long something took, each time one dot, from a minute to a week.</summary>
/// <param name="Title">What was waited for, in a few words.</param>
/// <param name="Summary">What there is to see, in one sentence; read out in place of the picture.</param>
/// <param name="Heading">What was waited for, as the table's first heading.</param>
/// <param name="Target">The time it should take at most; null for none.</param>
public sealed record TimesChart(string Title, string Summary, string Heading, IReadOnlyList<TimeSpan> Times, TimeSpan? Target)
{
    /// <summary>Null where there is no time at all.</summary>
    public TimeSpan? Median => Times.Order().ToArray() switch
    {
        [] => null,
        var sorted when sorted.Length % 2 == 1 => sorted[sorted.Length / 2],
        var sorted => (sorted[(sorted.Length / 2) - 1] + sorted[sorted.Length / 2]) / 2,
    };
}
