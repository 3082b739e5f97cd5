namespace TechLeakageBot.Core.Understanding;

/// <summary>The features that count, and how rare each is; turns features into vectors of length 1.</summary>
public sealed class Vocabulary
{
    private const int HeadBits = 16;

    private readonly float[] rarity;

    /// <summary>Where the features of each head, their topmost bits, begin; features are hashes, so only a few share one.</summary>
    private readonly int[] starts = new int[(1 << HeadBits) + 1];

    /// <param name="features">In ascending order.</param>
    internal Vocabulary(ulong[] features, float[] rarity)
    {
        Features = features;
        this.rarity = rarity;
        var at = 0;
        for (var head = 0; head < starts.Length; head++)
        {
            while (at < features.Length && Head(features[at]) < head)
                at++;
            starts[head] = at;
        }
    }

    public int Count => Features.Length;

    internal ulong[] Features { get; }

    internal ReadOnlySpan<float> Rarity => rarity;

    /// <summary>Keeps the features that stand in at least <paramref name="least"/> of the texts.</summary>
    public static Vocabulary Learn(IReadOnlyList<List<(ulong Feature, int Count)>> texts, int least)
    {
        var seen = new Dictionary<ulong, int>();
        foreach (var text in texts)
        {
            foreach (var (feature, _) in text)
                seen[feature] = seen.GetValueOrDefault(feature) + 1;
        }

        var kept = seen.Where(f => f.Value >= least).OrderBy(f => f.Key).ToArray();
        return new Vocabulary(
            [.. kept.Select(f => f.Key)],
            [.. kept.Select(f => MathF.Log((1f + texts.Count) / (1f + f.Value)) + 1f)]);
    }

    public SparseVector Vector(List<(ulong Feature, int Count)> features)
    {
        var indexes = new int[features.Count];
        var values = new float[features.Count];
        var length = 0;
        var squares = 0f;
        foreach (var (feature, count) in features)
        {
            var i = IndexOf(feature);
            if (i < 0)
                continue;
            var value = (1f + MathF.Log(count)) * rarity[i];
            indexes[length] = i;
            values[length++] = value;
            squares += value * value;
        }

        var scale = squares > 0 ? 1f / MathF.Sqrt(squares) : 0f;
        for (var i = 0; i < length; i++)
            values[i] *= scale;
        return new SparseVector(indexes.AsMemory(0, length), values.AsMemory(0, length));
    }

    private static int Head(ulong feature) => (int)(feature >> (64 - HeadBits));

    /// <summary>Negative where the feature does not count.</summary>
    private int IndexOf(ulong feature)
    {
        var head = Head(feature);
        var (from, to) = (starts[head], starts[head + 1]);
        return Array.BinarySearch(Features, from, to - from, feature);
    }
}

/// <summary>A vector of which only the named positions are not zero.</summary>
public readonly record struct SparseVector(ReadOnlyMemory<int> Indexes, ReadOnlyMemory<float> Values);
