namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// The features of a folded text: runs of one to three kana and kanji (Japanese has no spaces), words and runs of up to three
/// words, pieces of words (which survive typos), and the signals with their pairs. A feature is known by its hash.
/// </summary>
public static class TextFeatures
{
    private const int LongestRun = 3;
    private const int LongestWordRun = 3;
    private const int WordPiece = 4;

    /// <summary>The distinct features and how often each occurs, ordered by hash.</summary>
    public static List<(ulong Feature, int Count)> Of(ReadOnlySpan<char> folded, IReadOnlySet<Signal> signals)
    {
        var hashes = new List<ulong>(folded.Length * 5);
        AddText(hashes, folded);
        AddSignals(hashes, signals);
        hashes.Sort();

        var counted = new List<(ulong, int)>(hashes.Count);
        for (var i = 0; i < hashes.Count;)
        {
            var start = i;
            while (i < hashes.Count && hashes[i] == hashes[start])
                i++;
            counted.Add((hashes[start], i - start));
        }

        return counted;
    }

    private static void AddText(List<ulong> hashes, ReadOnlySpan<char> folded)
    {
        Span<ulong> words = stackalloc ulong[LongestWordRun];
        var wordCount = 0;
        for (var i = 0; i < folded.Length;)
        {
            if (folded[i] == ' ')
            {
                i++;
                continue;
            }

            var start = i;
            var japanese = Folding.IsJapanese(folded[i]);
            while (i < folded.Length && folded[i] != ' ' && Folding.IsJapanese(folded[i]) == japanese)
                i++;
            var piece = folded[start..i];
            if (japanese)
            {
                AddRuns(hashes, piece);
                wordCount = 0;
                continue;
            }

            for (var k = LongestWordRun - 1; k > 0; k--)
                words[k] = words[k - 1];
            words[0] = Hash(piece, seed: 1);
            wordCount = Math.Min(wordCount + 1, LongestWordRun);
            var run = 0ul;
            for (var k = 0; k < wordCount; k++)
            {
                run = k == 0 ? words[0] : Mix(run, words[k]);
                hashes.Add(run);
            }

            for (var k = 0; k + WordPiece <= piece.Length && piece.Length > WordPiece; k++)
                hashes.Add(Hash(piece.Slice(k, WordPiece), seed: 2));
        }
    }

    private static void AddRuns(List<ulong> hashes, ReadOnlySpan<char> piece)
    {
        for (var start = 0; start < piece.Length; start++)
        {
            var hash = Seeded(3);
            for (var length = 1; length <= LongestRun && start + length <= piece.Length; length++)
            {
                hash = Step(hash, piece[start + length - 1]);
                hashes.Add(hash);
            }
        }
    }

    private static void AddSignals(List<ulong> hashes, IReadOnlySet<Signal> signals)
    {
        var ordered = signals.Order().ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            var first = Step(Seeded(4), (char)ordered[i]);
            hashes.Add(first);
            for (var k = i + 1; k < ordered.Length; k++)
                hashes.Add(Step(first, (char)(ordered[k] + 1000)));
        }
    }

    /// <summary>One feature's hash; the seed keeps kinds of features apart.</summary>
    internal static ulong Hash(ReadOnlySpan<char> text, int seed)
    {
        var hash = Seeded(seed);
        foreach (var c in text)
            hash = Step(hash, c);
        return hash;
    }

    private static ulong Seeded(int seed) => 14695981039346656037ul ^ ((ulong)seed << 56);

    private static ulong Step(ulong hash, char c) => (hash ^ c) * 1099511628211ul;

    private static ulong Mix(ulong a, ulong b) => (a ^ (b >> 7)) * 1099511628211ul + b;
}
