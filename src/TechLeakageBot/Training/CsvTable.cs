using System.Text;

namespace TechLeakageBot.Training;

/// <summary>
/// A table after RFC 4180, separated by commas, tabs or semicolons, whichever its first line has most of. Empty lines are left out. It is
/// read strictly, since a quotation mark out of place moves everything after it into other columns.
/// </summary>
internal sealed class CsvTable
{
    private const string Separators = ",\t;";

    private readonly List<CsvLine> lines = [];
    private readonly List<CsvFault> faults = [];

    private CsvTable()
    {
    }

    public IReadOnlyList<CsvLine> Lines => lines;

    public IReadOnlyList<CsvFault> Faults => faults;

    /// <param name="mostLines">With one more than these it stops reading.</param>
    public static CsvTable Read(string text, int mostLines)
    {
        var table = new CsvTable();
        table.Read(text, SeparatorOf(text), mostLines);
        return table;
    }

    private static char SeparatorOf(string text)
    {
        var (counts, isQuoted) = (new int[Separators.Length], false);
        foreach (var c in text)
        {
            if (c is '\r' or '\n' && !isQuoted)
                break;
            if (c == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted && Separators.IndexOf(c, StringComparison.Ordinal) is >= 0 and var which)
                counts[which]++;
        }

        return Separators[Array.IndexOf(counts, counts.Max())];
    }

    private void Read(string text, char separator, int mostLines)
    {
        var at = 0;
        for (var line = 1; at < text.Length && lines.Count <= mostLines;)
        {
            var first = line;
            List<string> cells = [];
            do
                cells.Add(Cell(text, separator, ref at, ref line));
            while (at < text.Length && text[at++] == separator);
            if (at > 0 && at < text.Length && text[at - 1] == '\r' && text[at] == '\n')
                at++;
            if (cells.Any(cell => !string.IsNullOrWhiteSpace(cell)))
                lines.Add(new CsvLine(first, cells));
            line++;
        }
    }

    /// <summary>One cell; what follows it is a separator, the end of the line, or the end of the text.</summary>
    private string Cell(string text, char separator, ref int at, ref int line)
    {
        if (at < text.Length && text[at] == '"')
            return Quoted(text, separator, ref at, ref line);
        var start = at;
        while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
            at++;
        var cell = text[start..at];
        if (cell.Contains('"'))
            faults.Add(new CsvFault(line, IsOpen: false, cell));
        return cell;
    }

    private string Quoted(string text, char separator, ref int at, ref int line)
    {
        var (first, cell) = (line, new StringBuilder());
        for (at++; at < text.Length; at++)
        {
            var c = text[at];
            if (c != '"')
            {
                if (c == '\n' || (c == '\r' && !(at + 1 < text.Length && text[at + 1] == '\n')))
                    line++;
                cell.Append(c);
            }
            else if (at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append(text[at++]);
            }
            else
            {
                at++;
                var end = at;
                while (at < text.Length && text[at] != separator && text[at] is not ('\r' or '\n'))
                    at++;
                if (at > end)
                    faults.Add(new CsvFault(line, IsOpen: false, $"{cell}\"{text[end..at]}"));
                return cell.ToString();
            }
        }

        faults.Add(new CsvFault(first, IsOpen: true, cell.ToString()));
        return cell.ToString();
    }
}

/// <param name="Number">Where it begins in the file, from 1.</param>
internal sealed record CsvLine(int Number, IReadOnlyList<string> Cells);

/// <summary>A quotation mark out of place.</summary>
/// <param name="IsOpen">Whether it is one that nothing closes.</param>
internal sealed record CsvFault(int Line, bool IsOpen, string Cell);
