using System.Globalization;

namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// Brings text to one form: full-width letters and digits become ASCII, half-width kana become full-width, letters become
/// lower case, and everything that is neither a letter nor a digit becomes a single space. An apostrophe stays within a word.
/// </summary>
public static class Folding
{
    private const string HalfWidthKana =
        "ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン";

    private const char FirstHalfWidthKana = '\uFF66';
    private const char VoicedMark = '\uFF9E';
    private const char SemiVoicedMark = '\uFF9F';

    /// <summary>As files and pastes from a Mac write them: か and a mark of its own for が.</summary>
    private const char CombiningVoiced = '\u3099';
    private const char CombiningSemiVoiced = '\u309A';

    private const string Voiceable = "カキクケコサシスセソタチツテトかきくけこさしすせそたちつてと";
    private const string SemiVoiceable = "ハヒフヘホはひふへほ";

    public static string Fold(ReadOnlySpan<char> text)
    {
        var folded = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is VoicedMark or SemiVoicedMark or CombiningVoiced or CombiningSemiVoiced && length > 0)
            {
                folded[length - 1] = Voiced(folded[length - 1], c is VoicedMark or CombiningVoiced);
                continue;
            }

            if (IsInvisible(c))
                continue;
            c = Plain(c);
            if (c == '\'' && !(length > 0 && char.IsLetterOrDigit(folded[length - 1]) && i + 1 < text.Length && char.IsLetterOrDigit(text[i + 1])))
                c = ' ';
            if (c == ' ' && (length == 0 || folded[length - 1] == ' '))
                continue;
            folded[length++] = c;
        }

        if (length > 0 && folded[length - 1] == ' ')
            length--;
        return folded[..length].ToString();
    }

    private static char Plain(char c) => c switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => c,
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        >= '\uFF10' and <= '\uFF5A' => Plain((char)(c - 0xFEE0)),
        >= FirstHalfWidthKana and <= '\uFF9D' => HalfWidthKana[c - FirstHalfWidthKana],
        '\'' or '\u2019' => '\'',
        '\u30FC' or '\u3005' or '\u3006' => c,
        '\u30FB' => ' ',
        _ when char.IsLetterOrDigit(c) => char.ToLowerInvariant(c),
        _ => ' ',
    };

    private static char Voiced(char c, bool voiced) => c switch
    {
        _ when voiced && Voiceable.Contains(c) => (char)(c + 1),
        _ when SemiVoiceable.Contains(c) => (char)(c + (voiced ? 1 : 2)),
        'ウ' when voiced => 'ヴ',
        'う' when voiced => 'ゔ',
        _ => c,
    };

    /// <summary>Accents of their own and signs without width, which a paste may carry within a word.</summary>
    private static bool IsInvisible(char c) =>
        c > '\u007F' && char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    /// <summary>Whether a folded character is kana or kanji, which are written without spaces.</summary>
    public static bool IsJapanese(char c) =>
        c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or '\u3005' or '\u3006' or (>= '\uF900' and <= '\uFAFF');
}
