namespace TechLeakageBot.Core.Understanding;

/// <summary>Examples and passages as vectors, ready for any design to learn from.</summary>
public sealed class TrainingSet
{
    /// <summary>A feature that stands in fewer texts is more likely noise than knowledge.</summary>
    private const int LeastTexts = 2;

    /// <param name="passages">Sentences of the handbook with the id of their topic.</param>
    public TrainingSet(Labels labels, Lexicon lexicon, IReadOnlyList<Example> examples, IReadOnlyList<(string Text, string Topic)> passages)
    {
        Labels = labels;
        var texts = examples.Select(e => e.Text).Concat(passages.Select(p => p.Text)).Select(text =>
        {
            var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)));
            return TextFeatures.Of(folded, lexicon.Find(folded));
        }).ToArray();
        Vocabulary = Vocabulary.Learn(texts, LeastTexts);
        var vectors = texts.Select(Vocabulary.Vector).ToArray();
        Examples = [.. examples.Select((e, i) => new TrainingRow(vectors[i], Labels.KindOf(e), [.. e.Topics.Select(labels.TopicOf)]))];
        Passages = [.. passages.Select((p, i) => new TrainingRow(vectors[examples.Count + i], -1, [labels.TopicOf(p.Topic)]))];
    }

    public Labels Labels { get; }

    public Vocabulary Vocabulary { get; }

    internal TrainingRow[] Examples { get; }

    internal TrainingRow[] Passages { get; }
}
