using System.Buffers;
using System.Text;
using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Channels.Rendering;

/// <summary>
/// Plain text for a place that a client reads as Markdown: what people wrote shows as they wrote it, and does nothing. Signs are
/// escaped only where they could mean something, so that telephone numbers and "R&amp;D" stay as they are even in a client that
/// shows the backslashes.
/// </summary>
internal static class InertMarkdown
{
    private static readonly SearchValues<char> LettersAndDigits =
        SearchValues.Create("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    /// <summary>One line: line breaks become spaces, an indent stays one.</summary>
    public static string Line(string text)
    {
        var line = Clean(text);
        var indent = line.Length - line.AsSpan().TrimStart(' ').Length;
        return new StringBuilder(line.Length + 16).Append('\u00A0', indent).AppendEscaped(line.AsSpan(indent).TrimEnd()).ToString();
    }

    /// <summary>Each line a paragraph of its own.</summary>
    public static string Paragraphs(string text) =>
        string.Join("\n\n", text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Line));

    /// <summary>Without control characters and without the marks that turn the direction of writing, which can forge what a line says.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\r' or '\n' or '\t' or '\u2028' or '\u2029' or '\u0085')
                clean.Append(' ');
            else if (!Rune.IsControl(rune) && !WellFormed.TurnsDirection(rune))
                clean.Append(rune);
        }

        return clean.ToString();
    }

    private static StringBuilder AppendEscaped(this StringBuilder result, ReadOnlySpan<char> line)
    {
        var marker = ListMarker(line);
        for (var i = 0; i < line.Length; i++)
        {
            if (i == marker || IsSign(line, i))
                result.Append('\\');
            result.Append(line[i]);
        }

        return result;
    }

    /// <summary>
    /// The sign that would make the line an item, a rule or a heading ("- ", "1. ", "---", "==="); -1 where there is none.
    /// A number such as "-5" or "+81-3-1234-5678" does not.
    /// </summary>
    private static int ListMarker(ReadOnlySpan<char> line)
    {
        if (line is ['-' or '+' or '=', ..])
            return line.Length == 1 || line[1] is ' ' or '-' or '=' ? 0 : -1;
        var digits = line.Length - line.TrimStart("0123456789").Length;
        return digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' && (digits + 1 == line.Length || line[digits + 1] == ' ')
            ? digits
            : -1;
    }

    private static bool IsSign(ReadOnlySpan<char> line, int at) => line[at] switch
    {
        '\\' or '*' or '_' or '`' or '[' or ']' or '~' or '<' or '>' or '#' or '|' or '{' or '}' => true,
        '(' => at > 0 && line[at - 1] is ']',
        '&' => IsEntity(line[(at + 1)..]),
        _ => false,
    };

    /// <summary>Whether what follows an ampersand makes it stand for another sign, as in <c>&amp;lt;</c>.</summary>
    private static bool IsEntity(ReadOnlySpan<char> after)
    {
        var name = after.TrimStart('#');
        var end = name.IndexOfAnyExcept(LettersAndDigits);
        return end > 0 && name[end] == ';';
    }
}
