namespace TechLeakageBot.Desk.Charts;

/// <summary>Counts by kind.</summary>
/// <param name="Title">What is counted, in a few words.</param>
/// <param name="Summary">What there is to see, in one sentence; read out in place of the picture.</param>
/// <param name="Heading">What the bars are, as the table's first heading.</param>
/// <param name="Bars">In the order shown; the largest first reads best.</param>
public sealed record BarsChart(string Title, string Summary, string Heading, IReadOnlyList<ChartBar> Bars)
{
    public int Highest => Bars.Select(bar => bar.Count).DefaultIfEmpty().Max();

    public int Total => Bars.Sum(bar => bar.Count);
}

public sealed record ChartBar(string Label, int Count, Tone Tone = Tone.Plain);
