using System.Buffers;
using System.Text;

namespace TechLeakageBot.Training;

/// <summary>A table as Excel opens it with Japanese intact: UTF-8 with its mark, lines ended by CR LF.</summary>
internal static class CsvFile
{
    /// <summary>With these a cell would begin a formula.</summary>
    private const string Formula = "=+-@\t\r";

    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    private const char Guard = '\'';

    public static byte[] Write(IEnumerable<IReadOnlyList<string>> lines)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
            text.AppendJoin(',', line.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>The cell without the mark that keeps a formula from being one.</summary>
    public static string Unguarded(string cell) => cell is [Guard, var first, ..] && Formula.Contains(first) ? cell[1..] : cell;

    private static string Cell(string text)
    {
        var guarded = text.Length > 0 && Formula.Contains(text[0]) ? Guard + text : text;
        return guarded.AsSpan().IndexOfAny(Special) >= 0 ? $"\"{guarded.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : guarded;
    }
}
