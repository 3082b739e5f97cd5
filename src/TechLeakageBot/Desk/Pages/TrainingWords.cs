using System.Globalization;
using TechLeakageBot.Core;
using TechLeakageBot.Training;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The words for what the pages of training show.</summary>
internal static class TrainingWords
{
    public static string Course(string? id, DeskFacts facts, DeskView view) =>
        id is null ? "–" : facts.Knowledge.Curriculum.Course(id)?.Title.In(view.Language) ?? id;

    public static string Topic(string id, DeskFacts facts, DeskView view) =>
        facts.Knowledge.Handbook.Topics.FirstOrDefault(topic => topic.Id == id)?.Title.In(view.Language) ?? id;

    public static string Site(string? id, DeskFacts facts, DeskView view) => id is null ? "–" : facts.Company.SiteOf(id)?.Name.In(view.Language) ?? id;

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    public static DeskSay Of(TrainingStatus status) => status switch
    {
        TrainingStatus.Overdue => DeskSay.StatusOverdue,
        TrainingStatus.Open => DeskSay.StatusOpen,
        TrainingStatus.ToRenew => DeskSay.StatusToRenew,
        TrainingStatus.Done => DeskSay.StatusDone,
        _ => DeskSay.StatusNothing,
    };

    public static DeskSay Of(AssignRefusal why) => why switch
    {
        AssignRefusal.SiteMissing => DeskSay.AssignSiteMissing,
        AssignRefusal.SiteUnknown => DeskSay.AssignSiteUnknown,
        AssignRefusal.DepartmentUnknown => DeskSay.AssignDepartmentUnknown,
        AssignRefusal.PersonUnknown => DeskSay.AssignPersonUnknown,
        AssignRefusal.DueMissing => DeskSay.AssignDueMissing,
        AssignRefusal.DuePast => DeskSay.AssignDuePast,
        AssignRefusal.DueTooFar => DeskSay.AssignDueTooFar,
        _ => DeskSay.AssignCourseUnknown,
    };

    /// <summary>Line, column, what was found, what is expected.</summary>
    public static string Of(RosterFault fault, DeskFacts facts, DeskView view)
    {
        var expected = Expected(fault, facts, view);
        if (fault.Line == 0)
            return expected;
        var line = fault.Line.ToString(CultureInfo.InvariantCulture);
        var column = fault.Column is { } named ? RosterColumns.Name(named).In(view.Language) : view[DeskSay.FaultWholeLine];
        return fault.Kind is RosterFaultKind.ColumnMissing or RosterFaultKind.ColumnTwice || fault is { Found: "", Kind: RosterFaultKind.QuoteOpen }
            ? view[DeskSay.FaultPlain, line, column, expected]
            : fault.Found.Length == 0
            ? view[DeskSay.FaultEmptyCell, line, column, expected]
            : view[DeskSay.FaultFound, line, column, fault.Found, expected];
    }

    private static string Expected(RosterFault fault, DeskFacts facts, DeskView view)
    {
        var limit = fault.Limit.ToString(CultureInfo.InvariantCulture);
        return fault.Kind switch
        {
            RosterFaultKind.Empty => view[DeskSay.FaultEmpty],
            RosterFaultKind.TooLarge => view[DeskSay.FaultTooLarge],
            RosterFaultKind.TooManyLines => view[DeskSay.FaultTooManyLines, RosterCsv.MostLines.ToString("N0", CultureInfo.InvariantCulture)],
            RosterFaultKind.Workbook => view[DeskSay.FaultWorkbook],
            RosterFaultKind.NotText => view[DeskSay.FaultNotText],
            RosterFaultKind.QuoteOpen => view[DeskSay.FaultQuoteOpen],
            RosterFaultKind.QuoteInside => view[DeskSay.FaultQuoteInside],
            RosterFaultKind.CellCount => view[DeskSay.FaultCellCount, limit],
            RosterFaultKind.ColumnUnknown => view[DeskSay.FaultColumnUnknown, Several(RosterColumns.Read.Select(RosterColumns.Name), view)],
            RosterFaultKind.ColumnTwice => view[DeskSay.FaultColumnTwice],
            RosterFaultKind.ColumnMissing => view[DeskSay.FaultColumnMissing],
            RosterFaultKind.Missing => view[DeskSay.FaultMissing],
            RosterFaultKind.TooLong => view[DeskSay.FaultTooLong, limit],
            RosterFaultKind.Unprintable => view[DeskSay.FaultUnprintable],
            RosterFaultKind.PersonWrong => view[DeskSay.FaultPersonWrong],
            RosterFaultKind.ChannelUnknown => view[DeskSay.FaultChannelUnknown, RosterCsv.Teams],
            RosterFaultKind.SiteUnknown => view[DeskSay.FaultSiteUnknown, Several(facts.Company.Sites.Select(site => site.Name), view)],
            RosterFaultKind.SiteOfOthers => view[DeskSay.FaultSiteOfOthers],
            RosterFaultKind.CourseUnknown => view[DeskSay.FaultCourseUnknown, Several(facts.Knowledge.Curriculum.Courses.Select(course => course.Title), view)],
            RosterFaultKind.DateUnreadable => view[DeskSay.FaultDateUnreadable],
            RosterFaultKind.DatePast => view[DeskSay.FaultDatePast],
            RosterFaultKind.DateTooFar => view[DeskSay.FaultDateTooFar],
            RosterFaultKind.DueMissing => view[DeskSay.FaultDueMissing],
            RosterFaultKind.CourseMissing => view[DeskSay.FaultCourseMissing],
            _ => view[DeskSay.FaultDiffers, limit],
        };
    }

    private static string Several(IEnumerable<Bilingual> names, DeskView view) =>
        string.Join(view.Language == Language.Japanese ? "、" : ", ", names.Select(name => name.In(view.Language)));
}
