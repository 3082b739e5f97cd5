using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TechLeakageBot.Core.Understanding;

/// <summary>A vocabulary and the weights of its features as bytes.</summary>
internal static class ModelBytes
{
    /// <summary>Writes both so that <see cref="Read"/> gives the same.</summary>
    public static void Write(IBufferWriter<byte> output, Vocabulary vocabulary, LinearModel linear)
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
    public static (Vocabulary Vocabulary, LinearModel Linear)? Read(long length, Action<Span<byte>> next, Labels labels)
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
        return (new Vocabulary(features, rarity), new LinearModel(labels, Take<float>(next, (int)weights)));
    }

    private static T[] Take<T>(Action<Span<byte>> next, int count)
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        next(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
