namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// What the reader has learnt from the examples. It judges a text by two opinions: a linear model over runs of characters and
/// words, and the nearest examples.
/// </summary>
public sealed class ReaderModel
{
    /// <summary>A feature that stands in fewer texts is more likely noise than knowledge.</summary>
    private const int LeastTexts = 2;

    private readonly Vocabulary vocabulary;
    private readonly Lexicon lexicon;
    private readonly LinearModel linear;
    private readonly NeighbourModel neighbours;

    private ReaderModel(Labels labels, Lexicon lexicon, Vocabulary vocabulary, LinearModel linear, NeighbourModel neighbours)
    {
        Labels = labels;
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.linear = linear;
        this.neighbours = neighbours;
    }

    public Labels Labels { get; }

    public Scores Judge(string folded, IReadOnlySet<Signal> signals, ReaderDesign design = ReaderDesign.Blend)
    {
        var vector = vocabulary.Vector(TextFeatures.Of(folded, signals));
        return design switch
        {
            ReaderDesign.Linear => linear.Score(vector),
            ReaderDesign.Neighbours => neighbours.Score(vector),
            _ => Scores.Blend((linear.Score(vector), 0.7f), (neighbours.Score(vector), 0.3f)),
        };
    }

    public static ReaderModel Train(Labels labels, Lexicon lexicon, IReadOnlyList<Example> examples, IReadOnlyList<(string Text, string Topic)> passages)
    {
        var features = examples.Select(e => e.Text).Concat(passages.Select(p => p.Text)).Select(text =>
        {
            var folded = Folding.Fold(text);
            return TextFeatures.Of(folded, lexicon.Find(folded));
        }).ToArray();
        var vocabulary = Vocabulary.Learn(features, LeastTexts);
        var rows = new TrainingRow[features.Length];
        for (var i = 0; i < examples.Count; i++)
            rows[i] = new TrainingRow(vocabulary.Vector(features[i]), Labels.KindOf(examples[i]), [.. examples[i].Topics.Select(labels.TopicOf)]);
        for (var i = 0; i < passages.Count; i++)
            rows[examples.Count + i] = new TrainingRow(vocabulary.Vector(features[examples.Count + i]), -1, [labels.TopicOf(passages[i].Topic)], 0.5f);
        return new ReaderModel(
            labels, lexicon, vocabulary, LinearModel.Train(labels, vocabulary.Count, rows), new NeighbourModel(labels, vocabulary.Count, rows));
    }
}

/// <summary>The designs of a reader that <c>eval</c> compares.</summary>
public enum ReaderDesign
{
    Rules,
    Neighbours,
    Linear,
    Blend,
}
