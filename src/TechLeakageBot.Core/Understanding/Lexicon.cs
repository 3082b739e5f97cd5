namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// The words that mention a <see cref="Signal"/>. At each place of a text the longest known word counts, so that
/// 送ってない (not sent) hides the 送って (sent) it begins with.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<char, (string Word, Signal[] Signals)[]> byFirst;

    /// <param name="words">Words as people write them; a trailing * on an English word stands for any ending.</param>
    public Lexicon(IEnumerable<(string Word, Signal Signal)> words) =>
        byFirst = words
            .Select(w => (Word: Key(w.Word), w.Signal))
            .Where(w => w.Word.Length > 0)
            .GroupBy(w => w.Word, (word, group) => (Word: word, Signals: group.Select(w => w.Signal).Distinct().ToArray()), StringComparer.Ordinal)
            .GroupBy(w => w.Word[0])
            .ToDictionary(g => g.Key, g => g.OrderByDescending(w => w.Word.Length).ToArray());

    /// <summary>The signals that a folded text mentions.</summary>
    public IReadOnlySet<Signal> Find(ReadOnlySpan<char> folded)
    {
        var found = new SortedSet<Signal>();
        for (var i = 0; i < folded.Length;)
            i += Match(folded, i, found);
        return found;
    }

    private static string Key(string word)
    {
        var stem = word.EndsWith('*');
        var folded = Folding.Fold(stem ? word.AsSpan(0, word.Length - 1) : word);
        return stem ? folded + "*" : folded;
    }

    /// <summary>How far to go on after position <paramref name="at"/>.</summary>
    private int Match(ReadOnlySpan<char> folded, int at, SortedSet<Signal> found)
    {
        if (!byFirst.TryGetValue(folded[at], out var words) || !AtWordStart(folded, at))
            return 1;
        foreach (var (word, signals) in words)
        {
            var stem = word[^1] == '*';
            var length = stem ? word.Length - 1 : word.Length;
            if (!folded[at..].StartsWith(word.AsSpan(0, length)) || !(stem || AtWordEnd(folded, at + length)))
                continue;
            found.UnionWith(signals);
            return length;
        }

        return 1;
    }

    private static bool AtWordStart(ReadOnlySpan<char> folded, int at) =>
        at == 0 || Folding.IsJapanese(folded[at]) || folded[at - 1] == ' ' || Folding.IsJapanese(folded[at - 1]);

    private static bool AtWordEnd(ReadOnlySpan<char> folded, int end) =>
        end == folded.Length || Folding.IsJapanese(folded[end - 1]) || folded[end] == ' ' || Folding.IsJapanese(folded[end]);
}
