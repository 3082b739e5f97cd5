using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TechLeakageBot.Core.Understanding;

/// <summary>What the reader has learnt: which features count, and their weights for each label.</summary>
public sealed class ReaderModel : IJudge
{
    /// <summary>Changes with anything that makes an older model's bytes wrong: features, labels, training.</summary>
    public const int Format = 4;

    /// <summary>A passage of the handbook tells the topic less surely than an example message does.</summary>
    private const float PassageWeight = 0.5f;

    private readonly Labels labels;
    private readonly Vocabulary vocabulary;
    private readonly LinearModel linear;

    private ReaderModel(Labels labels, Vocabulary vocabulary, LinearModel linear)
    {
        this.labels = labels;
        this.vocabulary = vocabulary;
        this.linear = linear;
    }

    public Scores Judge(string folded, IReadOnlySet<Signal> signals) => linear.Score(vocabulary.Vector(TextFeatures.Of(folded, signals)));

    public static ReaderModel Train(TrainingSet set) =>
        new(set.Labels, set.Vocabulary, LinearModel.Train(set.Labels, set.Vocabulary.Count, [.. set.Examples, .. set.Passages.Select(p => p with { Weight = PassageWeight })]));

    /// <summary>Writes the model so that <see cref="Read"/> gives the same one.</summary>
    public void Write(IBufferWriter<byte> output)
    {
        BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(sizeof(int)), vocabulary.Count);
        output.Advance(sizeof(int));
        output.Write(MemoryMarshal.AsBytes<ulong>(vocabulary.Features));
        output.Write(MemoryMarshal.AsBytes(vocabulary.Rarity));
        output.Write(MemoryMarshal.AsBytes(linear.Weights));
    }

    /// <summary>Null where the bytes are not a whole model for these labels.</summary>
    /// <param name="length">Of all bytes.</param>
    /// <param name="next">Fills the whole span with the bytes that follow.</param>
    public static ReaderModel? Read(long length, Action<Span<byte>> next, Labels labels)
    {
        if (length < sizeof(int))
            return null;
        long count = Take<int>(next, 1)[0];
        var weights = (count + 1) * LinearModel.Stride(labels);
        if (count < 0 || length != sizeof(int) + (count * (sizeof(ulong) + sizeof(float))) + (weights * sizeof(float)))
            return null;
        var features = Take<ulong>(next, (int)count);
        for (var i = 1; i < features.Length; i++)
        {
            if (features[i] <= features[i - 1])
                return null;
        }

        var rarity = Take<float>(next, (int)count);
        return new ReaderModel(labels, new Vocabulary(features, rarity), new LinearModel(labels, Take<float>(next, (int)weights)));
    }

    private static T[] Take<T>(Action<Span<byte>> next, int count)
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        next(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
