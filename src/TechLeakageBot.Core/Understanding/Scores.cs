namespace TechLeakageBot.Core.Understanding;

/// <summary>A model's opinion of a message: two distributions, each summing to 1.</summary>
/// <param name="Kinds">By position in <see cref="Labels.Kinds"/>.</param>
/// <param name="Topics">By position in <see cref="Labels.Topics"/>.</param>
public sealed record Scores(float[] Kinds, float[] Topics)
{
    /// <summary>The weighted mean of several opinions.</summary>
    public static Scores Blend(params ReadOnlySpan<(Scores Opinion, float Weight)> opinions)
    {
        var kinds = new float[opinions[0].Opinion.Kinds.Length];
        var topics = new float[opinions[0].Opinion.Topics.Length];
        foreach (var (opinion, weight) in opinions)
        {
            Add(kinds, opinion.Kinds, weight);
            Add(topics, opinion.Topics, weight);
        }

        Normalise(kinds);
        Normalise(topics);
        return new Scores(kinds, topics);
    }

    internal static void Normalise(Span<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
            sum += value;
        foreach (ref var value in values)
            value = sum > 0 ? value / sum : 1f / values.Length;
    }

    internal static void Softmax(Span<float> values)
    {
        var top = float.MinValue;
        foreach (var value in values)
            top = Math.Max(top, value);
        foreach (ref var value in values)
            value = MathF.Exp(value - top);
        Normalise(values);
    }

    private static void Add(float[] sum, float[] part, float weight)
    {
        for (var i = 0; i < sum.Length; i++)
            sum[i] += weight * part[i];
    }
}
