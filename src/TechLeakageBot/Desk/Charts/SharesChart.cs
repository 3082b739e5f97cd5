namespace TechLeakageBot.Desk.Charts;

/// <summary>Shares of a whole by kind, each for itself.</summary>
/// <param name="Title">What is measured, in a few words.</param>
/// <param name="Summary">What there is to see, in one sentence; read out in place of the picture.</param>
/// <param name="Heading">What the bars are, as the table's first heading.</param>
/// <param name="Shares">In the order shown.</param>
/// <param name="EmptyText">What is said where there are none.</param>
public sealed record SharesChart(string Title, string Summary, string Heading, IReadOnlyList<ChartShare> Shares, string EmptyText);

/// <param name="Percent">From 0 to 100.</param>
/// <param name="Detail">The numbers behind it, such as 8/10; null where they are not told.</param>
public sealed record ChartShare(string Label, int Percent, string? Detail = null, Tone Tone = Tone.Plain);
