using System.Buffers;

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
    public void Write(IBufferWriter<byte> output) => ModelBytes.Write(output, vocabulary, linear);

    /// <summary>Null where the bytes are not a whole model for these labels.</summary>
    /// <param name="length">Of all bytes.</param>
    /// <param name="next">Fills the whole span with the bytes that follow.</param>
    public static ReaderModel? Read(long length, Action<Span<byte>> next, Labels labels) =>
        ModelBytes.Read(length, next, labels) is var (vocabulary, linear) ? new ReaderModel(labels, vocabulary, linear) : null;
}
