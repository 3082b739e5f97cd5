using System.Text;

namespace TechLeakageBot.Training;

/// <summary>The bytes of a table as spreadsheets and personnel systems in Japan save them: UTF-8, UTF-16 with its mark, else Shift_JIS.</summary>
internal static class CsvText
{
    private const int ShiftJis = 932;

    private static readonly byte[][] Workbooks = [[0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0]];

    /// <summary>Whether it is a workbook of Excel rather than a text.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> file)
    {
        foreach (var start in Workbooks)
        {
            if (file.StartsWith(start))
                return true;
        }

        return false;
    }

    /// <returns>Null where it is no text in any of these encodings.</returns>
    public static string? Decode(ReadOnlySpan<byte> file)
    {
        var text = file switch
        {
            [0xEF, 0xBB, 0xBF, .. var rest] => Strictly(new UTF8Encoding(false, throwOnInvalidBytes: true), rest),
            [0xFF, 0xFE, .. var rest] => Strictly(new UnicodeEncoding(bigEndian: false, false, throwOnInvalidBytes: true), rest),
            [0xFE, 0xFF, .. var rest] => Strictly(new UnicodeEncoding(bigEndian: true, false, throwOnInvalidBytes: true), rest),
            _ => Strictly(new UTF8Encoding(false, throwOnInvalidBytes: true), file) ?? Strictly(Japanese(), file),
        };
        return text?.Contains('\0') == true ? null : text;
    }

    /// <summary>Shift_JIS as Windows has it.</summary>
    private static Encoding Japanese() =>
        CodePagesEncodingProvider.Instance.GetEncoding(ShiftJis, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static string? Strictly(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return encoding.GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
