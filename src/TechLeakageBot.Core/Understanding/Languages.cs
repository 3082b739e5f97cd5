namespace TechLeakageBot.Core.Understanding;

/// <summary>Tells Japanese from English, and the person's own words from what they quote.</summary>
internal static class Languages
{
    /// <summary>One kana or kanji says about as much as half an English word.</summary>
    private const int CharactersPerWord = 2;

    /// <summary>Fewer words than these are a name or a term, not a quotation.</summary>
    private const int LeastQuotedWords = 4;

    /// <summary>
    /// The person's own words stand outside quotation marks, and where several lines stand there, on the first: what follows is
    /// often pasted.
    /// </summary>
    public static (Language Own, Language? Quoted) Of(ReadOnlySpan<char> text)
    {
        var first = new Tally();
        var rest = new Tally();
        var quoted = new Tally();
        var depth = 0;
        foreach (var c in text)
        {
            depth = c switch
            {
                '「' or '『' or '“' => depth + 1,
                '」' or '』' or '”' => Math.Max(0, depth - 1),
                '"' => depth == 0 ? 1 : 0,
                _ => depth,
            };
            ref var tally = ref depth > 0 ? ref quoted : ref rest;
            if (c == '\n' && depth == 0 && first.IsEmpty && !rest.IsEmpty)
                (first, rest) = (rest, default);
            tally.Add(c);
        }

        if (first.IsEmpty)
            (first, rest) = (rest, default);
        var pasted = quoted.Words + (quoted.Japanese / CharactersPerWord) >= LeastQuotedWords ? quoted : rest;
        Language? other = pasted.Words + (pasted.Japanese / CharactersPerWord) >= LeastQuotedWords ? pasted.Language : null;
        return (first.IsEmpty ? quoted.Language : first.Language, other);
    }

    private struct Tally
    {
        private bool inWord;
        private int hiragana;

        public int Japanese { get; private set; }

        public int Words { get; private set; }

        public readonly bool IsEmpty => Japanese + Words == 0;

        /// <summary>Hiragana counts twice: a name in an English sentence has hardly any, a Japanese sentence full of English terms has some.</summary>
        public readonly Language Language => Words > 0 && Japanese + hiragana <= Words * CharactersPerWord ? Language.English : Language.Japanese;

        public void Add(char c)
        {
            var letter = char.IsAsciiLetter(c);
            if (letter && !inWord)
                Words++;
            inWord = letter;
            if (Folding.IsJapanese(c) || c is >= '\uFF66' and <= '\uFF9F')
                Japanese++;
            if (c is >= '\u3041' and <= '\u309F')
                hiragana++;
        }
    }
}
