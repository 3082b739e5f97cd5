using System.Numerics;
using System.Runtime.InteropServices;

namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// Multinomial logistic regression over the features, one softmax for the kinds and one for the topics, trained with AdaGrad.
/// A feature's weights for all labels lie together, so that scoring a text adds one row per feature.
/// </summary>
public sealed class LinearModel
{
    private const float LearningRate = 0.35f;
    private const float Shrinkage = 2e-6f;
    private const int Epochs = 10;

    /// <summary>Floats in the widest vector of any processor, so that a model's bytes fit them all.</summary>
    private const int WidestVector = 16;

    private readonly Labels labels;
    private readonly int stride;
    private readonly float[] weights;

    internal LinearModel(Labels labels, float[] weights)
    {
        this.labels = labels;
        this.weights = weights;
        stride = Stride(labels);
    }

    internal ReadOnlySpan<float> Weights => weights;

    public Scores Score(SparseVector vector)
    {
        Span<float> row = stackalloc float[stride];
        Sum(vector, row);
        var kinds = row[..Labels.Kinds.Count];
        var topics = row[Labels.Kinds.Count..labels.Count];
        Scores.Softmax(kinds);
        Scores.Softmax(topics);
        return new Scores(kinds.ToArray(), topics.ToArray());
    }

    /// <summary>Learns from examples; the same examples in the same order give the same model.</summary>
    public static LinearModel Train(Labels labels, int features, IReadOnlyList<TrainingRow> rows)
    {
        var stride = Stride(labels);
        var model = new LinearModel(labels, new float[(features + 1) * stride]);
        var squares = new float[model.weights.Length];
        Array.Fill(squares, 1e-3f);
        var order = Enumerable.Range(0, rows.Count).ToArray();
        var shuffle = new Random(20260401);
        var gradient = new float[stride];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            shuffle.Shuffle(order);
            foreach (var i in order)
                model.Learn(rows[i], gradient, squares);
        }

        return model;
    }

    /// <summary>Floats per feature: one per label, filled up to whole vectors.</summary>
    internal static int Stride(Labels labels) => (labels.Count + WidestVector - 1) / WidestVector * WidestVector;

    private void Learn(TrainingRow row, Span<float> gradient, float[] squares)
    {
        gradient.Clear();
        Sum(row.Vector, gradient);
        var kinds = gradient[..Labels.Kinds.Count];
        var topics = gradient[Labels.Kinds.Count..labels.Count];
        if (row.Kind >= 0)
        {
            Scores.Softmax(kinds);
            kinds[row.Kind] -= 1;
        }
        else
        {
            kinds.Clear();
        }

        if (row.Topics.Length > 0)
        {
            Scores.Softmax(topics);
            AcceptAny(topics, row.Topics);
        }
        else
        {
            topics.Clear();
        }

        gradient[labels.Count..].Clear();
        var values = row.Vector.Values.Span;
        var indexes = row.Vector.Indexes.Span;
        for (var i = 0; i < indexes.Length; i++)
            Step(indexes[i] + 1, values[i] * row.Weight, gradient, squares);
        Step(0, row.Weight, gradient, squares);
    }

    /// <summary>The gradient of the probability of all accepted topics together.</summary>
    private static void AcceptAny(Span<float> topics, int[] accepted)
    {
        var sum = 1e-6f;
        foreach (var topic in accepted)
            sum += topics[topic];
        foreach (var topic in accepted)
            topics[topic] -= topics[topic] / sum;
    }

    private void Step(int feature, float value, ReadOnlySpan<float> gradient, float[] squares)
    {
        var row = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(feature * stride, stride));
        var past = MemoryMarshal.Cast<float, Vector<float>>(squares.AsSpan(feature * stride, stride));
        var slope = MemoryMarshal.Cast<float, Vector<float>>(gradient);
        for (var k = 0; k < row.Length; k++)
        {
            var step = slope[k] * value + row[k] * Shrinkage;
            past[k] += step * step;
            row[k] -= LearningRate * step / Vector.SquareRoot(past[k]);
        }
    }

    private void Sum(SparseVector vector, Span<float> row)
    {
        var sum = MemoryMarshal.Cast<float, Vector<float>>(row);
        var bias = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(0, stride));
        for (var k = 0; k < sum.Length; k++)
            sum[k] = bias[k];

        var values = vector.Values.Span;
        var indexes = vector.Indexes.Span;
        for (var i = 0; i < indexes.Length; i++)
        {
            var part = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan((indexes[i] + 1) * stride, stride));
            for (var k = 0; k < sum.Length; k++)
                sum[k] += part[k] * values[i];
        }
    }
}

/// <summary>One text to learn from.</summary>
/// <param name="Kind">Its position in <see cref="Labels.Kinds"/>, or -1 where only its topic is known.</param>
/// <param name="Topics">The accepted topics' positions; empty where none is due.</param>
public readonly record struct TrainingRow(SparseVector Vector, int Kind, int[] Topics, float Weight = 1f);
