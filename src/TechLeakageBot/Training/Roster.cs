namespace TechLeakageBot.Training;

/// <summary>The company's list as a file gives it.</summary>
/// <param name="HasDepartments">False where the file has no such column: what is stored stays.</param>
/// <param name="HasSites">False where the file has no such column: what is stored stays.</param>
internal sealed record Roster(IReadOnlyList<RosterLine> Lines, bool HasDepartments, bool HasSites);

/// <summary>A person, and a course for the person where the line names one. A person may stand on several lines.</summary>
/// <param name="Number">Where the line begins in the file, from 1.</param>
internal sealed record RosterLine(int Number, PersonKey Key, string Name, string Department, string? SiteId, string? Course, DateOnly? Due);

/// <summary>What is wrong with a file.</summary>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Column">Null where it is about the line.</param>
/// <param name="Found">What stands there, shortened.</param>
/// <param name="Limit">What the sentence of this kind counts, or the line that it refers to.</param>
public sealed record RosterFault(int Line, RosterColumn? Column, RosterFaultKind Kind, string Found = "", int Limit = 0)
{
    private const int LongestFound = 40;

    /// <summary>Made short enough to be shown, and free of what could disturb the page.</summary>
    public static string Shown(string cell)
    {
        var text = Core.Privacy.WellFormed.Of(cell).Replace('\n', ' ').Trim();
        if (text.Length <= LongestFound)
            return text;
        return text[..(char.IsHighSurrogate(text[LongestFound - 1]) ? LongestFound - 1 : LongestFound)] + "…";
    }
}

public enum RosterFaultKind
{
    Empty,
    TooLarge,
    TooManyLines,

    /// <summary>An Excel file, not a text.</summary>
    Workbook,
    NotText,
    QuoteOpen,
    QuoteInside,
    CellCount,
    ColumnUnknown,
    ColumnTwice,
    ColumnMissing,
    Missing,
    TooLong,

    /// <summary>A control character, or one that turns the direction of writing.</summary>
    Unprintable,
    PersonWrong,
    ChannelUnknown,
    SiteUnknown,

    /// <summary>The officer does not serve it.</summary>
    SiteOfOthers,
    CourseUnknown,
    DateUnreadable,
    DatePast,
    DateTooFar,
    DueMissing,
    CourseMissing,

    /// <summary>An earlier line says otherwise of the same person.</summary>
    Differs,
}
