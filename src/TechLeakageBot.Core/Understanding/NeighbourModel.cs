namespace TechLeakageBot.Core.Understanding;

/// <summary>Nearest neighbours: the labels of the examples that share most with a text, weighted by how much they share.</summary>
public sealed class NeighbourModel : IJudge
{
    private const int Neighbours = 12;
    private const float Sharpness = 4f;

    private readonly Labels labels;
    private readonly Vocabulary vocabulary;
    private readonly TrainingRow[] rows;
    private readonly (int Row, float Value)[][] postings;

    public NeighbourModel(TrainingSet set)
    {
        labels = set.Labels;
        vocabulary = set.Vocabulary;
        rows = set.Examples;
        var lists = new List<(int, float)>?[vocabulary.Count];
        for (var r = 0; r < rows.Length; r++)
        {
            var indexes = rows[r].Vector.Indexes.Span;
            var values = rows[r].Vector.Values.Span;
            for (var i = 0; i < indexes.Length; i++)
                (lists[indexes[i]] ??= []).Add((r, values[i]));
        }

        // A feature that stands nearly everywhere tells nothing and costs most.
        var common = Math.Max(40, rows.Length / 8);
        postings = [.. lists.Select(list => list is null || list.Count > common ? [] : list.ToArray())];
    }

    public Scores Judge(string folded, IReadOnlySet<Signal> signals)
    {
        var vector = vocabulary.Vector(TextFeatures.Of(folded, signals));
        var likeness = new float[rows.Length];
        var indexes = vector.Indexes.Span;
        var values = vector.Values.Span;
        for (var i = 0; i < indexes.Length; i++)
        {
            foreach (var (row, value) in postings[indexes[i]])
                likeness[row] += value * values[i];
        }

        var kinds = new float[Labels.Kinds.Count];
        var topics = new float[labels.Topics.Count];
        foreach (var row in Nearest(likeness))
        {
            var weight = MathF.Pow(likeness[row], Sharpness);
            kinds[rows[row].Kind] += weight;
            foreach (var topic in rows[row].Topics)
                topics[topic] += weight / rows[row].Topics.Length;
        }

        Scores.Normalise(kinds);
        Scores.Normalise(topics);
        return new Scores(kinds, topics);
    }

    private static IEnumerable<int> Nearest(float[] likeness)
    {
        var best = new PriorityQueue<int, float>(Neighbours + 1);
        for (var row = 0; row < likeness.Length; row++)
        {
            if (likeness[row] <= 0 || (best.Count == Neighbours && best.TryPeek(out _, out var least) && likeness[row] <= least))
                continue;
            best.Enqueue(row, likeness[row]);
            if (best.Count > Neighbours)
                best.Dequeue();
        }

        return best.UnorderedItems.Select(item => item.Element);
    }
}
