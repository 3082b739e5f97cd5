using System.Globalization;
using TechLeakageBot.Core;
using TechLeakageBot.Desk.Charts;
using TechLeakageBot.Training;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The pictures of the training's first page.</summary>
internal static class TrainingCharts
{
    private const int MostDepartments = 12;

    public static SharesChart ByDepartment(TrainingFigures figures, DeskView view)
    {
        ChartShare[] shares =
        [
            .. figures.Departments.Take(MostDepartments).Select(one => new ChartShare(
                one.Department.Length > 0 ? one.Department : view[DeskSay.DepartmentNone],
                100 * one.Done / one.Assigned,
                $"{ChartText.Count(one.Done)}/{ChartText.Count(one.Assigned)}")),
        ];
        var (assigned, done) = (figures.Departments.Sum(one => one.Assigned), figures.Departments.Sum(one => one.Done));
        var summary = view[DeskSay.ByDepartmentSummary, ChartText.Count(assigned), ChartText.Count(done)];
        if (figures.Departments.Count > MostDepartments)
            summary = $"{summary} {view[DeskSay.ByDepartmentMore, MostDepartments.ToString(CultureInfo.InvariantCulture)]}";
        return new SharesChart(view[DeskSay.ByDepartmentTitle], summary, view[DeskSay.DepartmentHeading], shares, view[DeskSay.ByDepartmentEmpty]);
    }

    public static ColumnsChart ByMonth(TrainingFigures figures, DeskView view) => new(
        view[DeskSay.CompletionsTitle],
        view[DeskSay.CompletionsSummary, ChartText.Count(figures.Months.Sum(month => month.InTime + month.Late))],
        view[DeskSay.Month],
        [new ColumnSeries(view[DeskSay.CompletedInTime], Tone.Plain), new ColumnSeries(view[DeskSay.CompletedLate], Tone.Caution)],
        [
            .. figures.Months.Select(month => new ChartColumn(
                view.Language == Language.Japanese ? $"{month.Month.Month}月" : month.Month.ToString("MMM", CultureInfo.InvariantCulture),
                view.Language == Language.Japanese ? $"{month.Month.Year}年{month.Month.Month}月" : month.Month.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
                [month.InTime, month.Late])),
        ]);

    public static SharesChart Weakest(TrainingFigures figures, DeskFacts facts, DeskView view) => new(
        view[DeskSay.WeakestTitle],
        view[DeskSay.WeakestSummary],
        view[DeskSay.TopicHeading],
        [.. figures.Weakest.Select(topic => new ChartShare(TrainingWords.Topic(topic.Topic, facts, view), topic.Percent))],
        view[DeskSay.WeakestEmpty]);
}
