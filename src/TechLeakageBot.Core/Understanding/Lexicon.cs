namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// The words that mention a <see cref="Signal"/>. At each place of a text the longest known word counts, so that
/// 送ってない (not sent) hides the 送って (sent) it begins with.
/// </summary>
public sealed class Lexicon
{
    private const char Any = '\0';

    /// <summary>Longest first, by the first two characters; under the first and <see cref="Any"/> those of one character alone.</summary>
    private readonly Dictionary<int, List<Entry>> byHead = [];

    /// <param name="words">Words as people write them; a trailing * on an English word stands for any ending.</param>
    public Lexicon(IEnumerable<(string Word, Signal Signal)> words)
    {
        // In plain loops: at a start, when nothing is compiled yet, the same in LINQ takes longer than reading the files.
        var known = new Dictionary<string, Entry>(StringComparer.Ordinal);
        foreach (var (written, signal) in words)
        {
            var key = Key(written);
            if (key.Length == 0)
                continue;
            if (known.TryGetValue(key, out var word))
                word.Add(signal);
            else
                known.Add(key, new Entry(key, signal));
        }

        foreach (var word in known.Values.OrderByDescending(word => word.Key.Length))
            Add(word);
    }

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
        var second = at + 1 < folded.Length ? folded[at + 1] : Any;
        if (!(byHead.TryGetValue(Head(folded[at], second), out var words) || byHead.TryGetValue(Head(folded[at], Any), out words)) || !AtWordStart(folded, at))
            return 1;
        foreach (var word in words)
        {
            if (!folded[at..].StartsWith(word.Text) || !(word.IsStem || AtWordEnd(folded, at + word.Text.Length)))
                continue;
            found.UnionWith(word.Signals);
            return word.Text.Length;
        }

        return 1;
    }

    private void Add(Entry word)
    {
        if (word.Text.Length == 0)
            return;
        var first = word.Text[0];
        var alone = word.Text.Length == 1;
        if (!byHead.TryGetValue(Head(first, alone ? Any : word.Text[1]), out var words))
            byHead.Add(Head(first, alone ? Any : word.Text[1]), words = [.. byHead.GetValueOrDefault(Head(first, Any), [])]);
        words.Add(word);
        if (!alone)
            return;
        foreach (var (head, others) in byHead)
        {
            if (head >> 16 == first && others != words)
                others.Add(word);
        }
    }

    private static int Head(char first, char second) => (first << 16) | second;

    private static bool AtWordStart(ReadOnlySpan<char> folded, int at) =>
        at == 0 || Folding.IsJapanese(folded[at]) || folded[at - 1] == ' ' || Folding.IsJapanese(folded[at - 1]);

    private static bool AtWordEnd(ReadOnlySpan<char> folded, int end) =>
        end == folded.Length || Folding.IsJapanese(folded[end - 1]) || folded[end] == ' ' || Folding.IsJapanese(folded[end]);

    private sealed class Entry(string key, Signal signal)
    {
        public string Key => key;

        public bool IsStem { get; } = key[^1] == '*';

        public string Text { get; } = key.TrimEnd('*');

        public Signal[] Signals { get; private set; } = [signal];

        public void Add(Signal another)
        {
            foreach (var known in Signals)
            {
                if (known == another)
                    return;
            }

            Signals = [.. Signals, another];
        }
    }
}
