using System.Globalization;
using System.Text;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Training;

/// <summary>Reads the company's list from a CSV file: all of it, or every fault.</summary>
internal sealed class RosterCsv
{
    public const int LargestFile = 5 * 1024 * 1024;
    public const int MostLines = 20_000;

    public const string Teams = "botframework:msteams";

    /// <summary>The chat page, whose people name themselves: on the list in local mode only.</summary>
    private const string ChatPage = "directline";

    private const int LongestPerson = 200;
    private const int LongestName = 100;

    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"];

    private readonly Company company;
    private readonly Curriculum curriculum;
    private readonly bool isLocal;
    private readonly List<RosterFault> faults = [];

    private RosterCsv(KnowledgeBase known, bool isLocal) => (company, curriculum, this.isLocal) = (known.Company, known.Curriculum, isLocal);

    /// <returns>Null with at least one fault, or a list without any.</returns>
    public static (Roster? Roster, IReadOnlyList<RosterFault> Faults) Read(ReadOnlySpan<byte> file, KnowledgeBase known, bool isLocal)
    {
        RosterFaultKind? kind = file.Length > LargestFile ? RosterFaultKind.TooLarge : CsvText.IsWorkbook(file) ? RosterFaultKind.Workbook : null;
        if (kind is null && CsvText.Decode(file) is { } text)
            return new RosterCsv(known, isLocal).Read(text);
        return (null, [new RosterFault(0, null, kind ?? RosterFaultKind.NotText)]);
    }

    private (Roster? Roster, IReadOnlyList<RosterFault> Faults) Read(string text)
    {
        var table = CsvTable.Read(text, MostLines + 1);
        faults.AddRange(table.Faults.Select(fault =>
            new RosterFault(fault.Line, null, fault.IsOpen ? RosterFaultKind.QuoteOpen : RosterFaultKind.QuoteInside, RosterFault.Shown(fault.Cell))));
        if (table.Lines.Count > MostLines + 1)
            return (null, [new RosterFault(0, null, RosterFaultKind.TooManyLines)]);
        if (table.Lines.Count < 2)
            return (null, [.. faults, new RosterFault(0, null, RosterFaultKind.Empty)]);
        var columns = Columns(table.Lines[0]);
        // Under headings that are not understood every line would be wrong.
        if (columns is null || faults.Any(fault => fault.Kind == RosterFaultKind.QuoteOpen))
            return (null, faults);
        var lines = table.Lines.Skip(1).Select(line => Line(line, columns)).OfType<RosterLine>().ToArray();
        Compare(lines);
        return faults.Count > 0
            ? (null, [.. faults.OrderBy(fault => fault.Line)])
            : (new Roster(lines, columns.Contains(RosterColumn.Department), columns.Contains(RosterColumn.Site)), []);
    }

    private RosterColumn?[]? Columns(CsvLine head)
    {
        var before = faults.Count;
        RosterColumn?[] columns = [.. head.Cells.Select(cell => RosterColumns.Of(CsvFile.Unguarded(cell)))];
        for (var i = 0; i < columns.Length; i++)
        {
            if (columns[i] is null)
                faults.Add(new RosterFault(head.Number, null, RosterFaultKind.ColumnUnknown, RosterFault.Shown(head.Cells[i])));
            else if (Array.IndexOf(columns, columns[i]) < i)
                faults.Add(new RosterFault(head.Number, columns[i], RosterFaultKind.ColumnTwice));
        }

        foreach (var missing in RosterColumns.Read.Where(column => RosterColumns.IsRequired(column) && !columns.Contains(column)))
            faults.Add(new RosterFault(head.Number, missing, RosterFaultKind.ColumnMissing));
        return faults.Count > before ? null : columns;
    }

    /// <returns>Null where nothing more can be said of the line.</returns>
    private RosterLine? Line(CsvLine line, RosterColumn?[] columns)
    {
        if (line.Cells.Count != columns.Length)
        {
            faults.Add(new RosterFault(line.Number, null, RosterFaultKind.CellCount, line.Cells.Count.ToString(CultureInfo.InvariantCulture), columns.Length));
            return null;
        }

        string Cell(RosterColumn column) => Array.IndexOf(columns, column) is >= 0 and var at ? CsvFile.Unguarded(line.Cells[at].Trim()) : "";

        var channel = Channel(line.Number, Cell(RosterColumn.Channel));
        var person = Person(line.Number, Text(line.Number, RosterColumn.Person, Cell(RosterColumn.Person), LongestPerson), channel);
        var name = Text(line.Number, RosterColumn.Name, Cell(RosterColumn.Name), LongestName);
        var department = Text(line.Number, RosterColumn.Department, Cell(RosterColumn.Department), LongestName);
        var (course, due) = Course(line.Number, Cell(RosterColumn.Course), Cell(RosterColumn.Due));
        return new RosterLine(line.Number, new PersonKey(channel, person), name, department, Site(line.Number, Cell(RosterColumn.Site)), course, due);
    }

    private string Text(int line, RosterColumn column, string cell, int longest)
    {
        RosterFaultKind? kind = cell.Length == 0 && RosterColumns.IsRequired(column) ? RosterFaultKind.Missing
            : cell.Length > longest ? RosterFaultKind.TooLong
            : cell.EnumerateRunes().Any(rune => Rune.IsControl(rune) || WellFormed.TurnsDirection(rune)) ? RosterFaultKind.Unprintable
            : null;
        if (kind is { } wrong)
            Wrong(line, column, wrong, cell, longest);
        return cell;
    }

    private string Channel(int line, string cell)
    {
        if (cell.Length == 0)
            return Teams;
        var channel = cell.ToLowerInvariant();
        if (channel != Teams && !(isLocal && channel == ChatPage))
            Wrong(line, RosterColumn.Channel, RosterFaultKind.ChannelUnknown, cell);
        return channel;
    }

    /// <summary>In Teams a person is known by the id in the directory; an employee number would never meet anybody.</summary>
    private string Person(int line, string cell, string channel)
    {
        if (channel != Teams || cell.Length is 0 or > LongestPerson)
            return cell;
        if (Guid.TryParse(cell, out var id))
            return id.ToString("D");
        Wrong(line, RosterColumn.Person, RosterFaultKind.PersonWrong, cell);
        return cell;
    }

    private string? Site(int line, string cell)
    {
        if (cell.Length == 0)
            return null;
        var site = company.Sites.FirstOrDefault(site => Is(cell, site.Id, site.Name));
        if (site is null)
            Wrong(line, RosterColumn.Site, RosterFaultKind.SiteUnknown, cell);
        return site?.Id;
    }

    private (string? Course, DateOnly? Due) Course(int line, string named, string dated)
    {
        var course = named.Length == 0 ? null : curriculum.Courses.FirstOrDefault(course => Is(named, course.Id, course.Title));
        if (course is null && named.Length > 0)
            Wrong(line, RosterColumn.Course, RosterFaultKind.CourseUnknown, named);
        if (named.Length == 0 && dated.Length > 0)
            Wrong(line, RosterColumn.Course, RosterFaultKind.CourseMissing, "");
        if (dated.Length == 0)
            return (course?.Id, null);
        var plain = new string([.. dated.Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)]);
        if (DateOnly.TryParseExact(plain, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
            return (course?.Id, due);
        Wrong(line, RosterColumn.Due, RosterFaultKind.DateUnreadable, dated);
        return (course?.Id, null);
    }

    /// <summary>Lines of one person have to agree.</summary>
    private void Compare(IEnumerable<RosterLine> lines)
    {
        foreach (var same in lines.Where(line => line.Key.Person.Length > 0).GroupBy(line => line.Key).Where(same => same.Skip(1).Any()))
        {
            var first = same.First();
            foreach (var line in same.Skip(1))
            {
                if (line.Name != first.Name)
                    Wrong(line.Number, RosterColumn.Name, RosterFaultKind.Differs, line.Name, first.Number);
                if (line.Department != first.Department)
                    Wrong(line.Number, RosterColumn.Department, RosterFaultKind.Differs, line.Department, first.Number);
                if (line.SiteId != first.SiteId)
                    Wrong(line.Number, RosterColumn.Site, RosterFaultKind.Differs, company.SiteOf(line.SiteId)?.Name.Ja ?? "", first.Number);
            }

            foreach (var twice in same.Where(line => line.Course is not null).GroupBy(line => line.Course))
            {
                foreach (var line in twice.Where(line => line.Due != twice.First().Due))
                    Wrong(line.Number, RosterColumn.Due, RosterFaultKind.Differs, line.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", twice.First().Number);
            }
        }
    }

    private void Wrong(int line, RosterColumn column, RosterFaultKind kind, string found, int limit = 0) =>
        faults.Add(new RosterFault(line, column, kind, RosterFault.Shown(found), limit));

    private static bool Is(string cell, string id, Bilingual name) =>
        cell.Equals(id, StringComparison.OrdinalIgnoreCase) || cell.Equals(name.Ja, StringComparison.OrdinalIgnoreCase) || cell.Equals(name.En, StringComparison.OrdinalIgnoreCase);
}
