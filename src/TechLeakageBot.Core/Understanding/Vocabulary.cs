namespace TechLeakageBot.Core.Understanding;

/// <summary>The features that count, and how rare each is; turns features into vectors of length 1.</summary>
public sealed class Vocabulary
{
    private readonly Dictionary<ulong, int> index;
    private readonly float[] rarity;

    internal Vocabulary(ulong[] features, float[] rarity)
    {
        Features = features;
        this.rarity = rarity;
        index = new Dictionary<ulong, int>(features.Length);
        for (var i = 0; i < features.Length; i++)
            index.Add(features[i], i);
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
            if (!index.TryGetValue(feature, out var i))
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
}

/// <summary>A vector of which only the named positions are not zero.</summary>
public readonly record struct SparseVector(ReadOnlyMemory<int> Indexes, ReadOnlyMemory<float> Values);
