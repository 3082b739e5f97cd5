using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TechLeakageBot.Core.Understanding;

/// <summary>What the reader has learnt: which features count, and their weights for each label.</summary>
public sealed class ReaderModel : IJudge
{
    /// <summary>Changes with anything that makes an older model's bytes wrong: features, labels, training.</summary>
    public const int Format = 3;

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
    public static ReaderModel? Read(ReadOnlySpan<byte> bytes, Labels labels)
    {
        if (bytes.Length < sizeof(int))
            return null;
        long count = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var weights = (count + 1) * LinearModel.Stride(labels);
        if (count < 0 || bytes.Length != sizeof(int) + (count * (sizeof(ulong) + sizeof(float))) + (weights * sizeof(float)))
            return null;
        var rest = bytes[sizeof(int)..];
        var features = Take<ulong>(ref rest, (int)count);
        for (var i = 1; i < features.Length; i++)
        {
            if (features[i] <= features[i - 1])
                return null;
        }

        var rarity = Take<float>(ref rest, (int)count);
        return new ReaderModel(labels, new Vocabulary(features, rarity), new LinearModel(labels, Take<float>(ref rest, (int)weights)));
    }

    private static T[] Take<T>(ref ReadOnlySpan<byte> bytes, int count)
        where T : unmanaged
    {
        var values = new T[count];
        var target = MemoryMarshal.AsBytes(values.AsSpan());
        bytes[..target.Length].CopyTo(target);
        bytes = bytes[target.Length..];
        return values;
    }
}
