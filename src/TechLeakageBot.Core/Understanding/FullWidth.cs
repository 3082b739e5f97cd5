namespace TechLeakageBot.Core.Understanding;

/// <summary>Letters, digits and signs as Japanese keyboards write them: Ａ, １, ／.</summary>
internal static class FullWidth
{
    private const char Ideographic = '\u3000';
    private const char Shift = (char)0xFEE0;

    /// <summary>The same text in ASCII where it can be, sign for sign, so that a place in one is the same place in the other.</summary>
    public static string ToAscii(string text) => string.Create(text.Length, text, (narrow, wide) =>
    {
        for (var i = 0; i < wide.Length; i++)
            narrow[i] = wide[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(wide[i] - Shift) : wide[i] == Ideographic ? ' ' : wide[i];
    });
}
