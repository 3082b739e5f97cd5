namespace TechLeakageBot.Core.Understanding;

/// <summary>A model's opinion of a message: two distributions, each summing to 1.</summary>
/// <param name="Kinds">By position in <see cref="Labels.Kinds"/>.</param>
/// <param name="Topics">By position in <see cref="Labels.Topics"/>.</param>
public sealed record Scores(float[] Kinds, float[] Topics)
{
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
}
