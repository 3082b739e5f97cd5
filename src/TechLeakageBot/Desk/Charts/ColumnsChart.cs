namespace TechLeakageBot.Desk.Charts;

/// <summary>Counts over time, stacked by series.</summary>
/// <param name="Title">What is counted, in a few words.</param>
/// <param name="Summary">What there is to see, in one sentence; read out in place of the picture.</param>
/// <param name="Heading">What the columns are, as the table's first heading: a month.</param>
/// <param name="Series">From the baseline up.</param>
public sealed record ColumnsChart(string Title, string Summary, string Heading, IReadOnlyList<ColumnSeries> Series, IReadOnlyList<ChartColumn> Columns)
{
    public int Highest => Columns.Select(column => column.Total).DefaultIfEmpty().Max();
}

public sealed record ColumnSeries(string Name, Tone Tone);

/// <param name="Label">Short, below the column: 4月.</param>
/// <param name="LongLabel">In the table and for screen readers: 2026年4月.</param>
/// <param name="Counts">One for each series, in its order.</param>
public sealed record ChartColumn(string Label, string LongLabel, IReadOnlyList<int> Counts)
{
    public int Total => Counts.Sum();
}
