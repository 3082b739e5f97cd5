namespace TechLeakageBot.Desk.Charts;

/// <summary>Shares of a whole, each on the same scale from nothing to all.</summary>
/// <param name="Title">What the shares are of, in a few words.</param>
/// <param name="Summary">What there is to see, in one sentence; read out in place of the picture.</param>
/// <param name="Heading">What the bars are, as the table's first heading.</param>
/// <param name="DetailHeading">What <see cref="PercentBar.Detail"/> is.</param>
public sealed record PercentsChart(string Title, string Summary, string Heading, string DetailHeading, IReadOnlyList<PercentBar> Bars);

/// <param name="Percent">0 to 100; null where there is nothing to show.</param>
/// <param name="Detail">What the share is made of, such as 5/8.</param>
public sealed record PercentBar(string Label, int? Percent, string Detail)
{
    public string Text => Percent is { } percent ? ChartText.Share(percent, 100) : "–";
}
