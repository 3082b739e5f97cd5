namespace TechLeakageBot.Core.Privacy;

/// <summary>
/// Text in which full-width signs are ASCII, every digit is 0 to 9, and what people type for a hyphen between digits is one.
/// Of the same length as the text, so that what is found in the one stands at the same place in the other.
/// </summary>
internal static class Narrowing
{
    public static string Narrow(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < narrow.Length; i++)
        {
            narrow[i] = wide[i] switch
            {
                <= '~' and var c => c,
                >= '！' and <= '～' and var c => (char)(c - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                '’' => '\'',
                '\u2010' or '\u2011' or '\u2212' => '-',

                // Elsewhere these are part of a word (サーバー) or of a sentence.
                'ー' or 'ｰ' or '\u2012' or '–' or '—' or '―'
                    when i > 0 && narrow[i - 1] is (>= '0' and <= '9') or ')' && i + 1 < wide.Length && char.IsDigit(wide[i + 1]) => '-',
                var c when char.IsDigit(c) => (char)('0' + (int)char.GetNumericValue(c)),
                var c => c,
            };
        }
    });
}
