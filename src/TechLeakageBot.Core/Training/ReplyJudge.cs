using System.Buffers;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Training;

/// <summary>
/// Tells what a free answer in a drill comes to: a linear model, as the reader's, learnt from labelled answers. Where it is not
/// sure it says so. Pure; safe to share.
/// </summary>
public sealed class ReplyJudge
{
    /// <summary>Changes with anything that makes an older model's bytes wrong: features, labels, training.</summary>
    public const int Format = 2;

    /// <summary>Below this the bot asks back: a wrong guess would teach something wrong.</summary>
    private const float SureFrom = 0.5f;

    /// <summary>As near as this, the second meaning may be the right one.</summary>
    private const float Nearest = 0.15f;

    private const string Unclear = "unclear";

    private static readonly Act[] Acts = Enum.GetValues<Act>();

    /// <summary>The meanings stand where a reader's model has its topics.</summary>
    private static readonly Labels Meanings = new([.. Acts.Select(act => act.ToString()), Unclear]);

    private readonly Vocabulary vocabulary;
    private readonly LinearModel linear;

    private ReplyJudge(Vocabulary vocabulary, LinearModel linear)
    {
        this.vocabulary = vocabulary;
        this.linear = linear;
    }

    /// <summary>Is never sure.</summary>
    public static ReplyJudge KnowsNothing { get; } = Train([]);

    /// <summary>Learns from examples; the same examples in the same order give the same judge.</summary>
    public static ReplyJudge Train(IReadOnlyList<ReplyExample> examples)
    {
        var texts = examples.Select(example => ReplyFeatures.Of(example.Text)).ToArray();
        var vocabulary = Vocabulary.Learn(texts, least: 1);
        var rows = examples.Select((example, i) => new TrainingRow(vocabulary.Vector(texts[i]), -1, Meaning(example)));
        return new ReplyJudge(vocabulary, LinearModel.Train(Meanings, vocabulary.Count, [.. rows]));
    }

    public ReplyVerdict Judge(string text)
    {
        var vector = vocabulary.Vector(ReplyFeatures.Of(text));
        if (vector.Indexes.IsEmpty)
            return ReplyVerdict.Unsure;
        var scores = linear.Score(vector).Topics;
        var best = Array.IndexOf(scores, scores.Max());
        var second = scores.Where((_, i) => i != best).Max();
        var sure = scores[best] >= SureFrom && scores[best] - second >= Nearest;
        return new ReplyVerdict(sure ? Choice(best) : null, scores[best]);
    }

    /// <summary>Writes the judge so that <see cref="Read"/> gives the same one.</summary>
    public void Write(IBufferWriter<byte> output) => ModelBytes.Write(output, vocabulary, linear);

    /// <summary>Null where the bytes are no whole judge.</summary>
    /// <param name="length">Of all bytes.</param>
    /// <param name="next">Fills the whole span with the bytes that follow.</param>
    public static ReplyJudge? Read(long length, Action<Span<byte>> next) =>
        ModelBytes.Read(length, next, Meanings) is var (vocabulary, linear) ? new ReplyJudge(vocabulary, linear) : null;

    private static int[] Meaning(ReplyExample example) =>
        example.Acts.Count == 0 ? [Meanings.TopicOf(Unclear)] : [.. example.Acts.Select(act => Meanings.TopicOf(act.ToString()))];

    /// <summary>Null for what is no answer.</summary>
    private static Act? Choice(int meaning) => Dialogs.Choice.Named<Act>(Meanings.Topics[meaning]);
}
