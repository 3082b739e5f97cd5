using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Benchmarks.Reading;

/// <summary>
/// The peer: BM25 over CJK bigrams on the texts that the reader learns from, kept in memory. Answers with topics, best first, and
/// nothing else, where the reader also tells intent, severity, signals and place.
/// </summary>
internal sealed class LuceneSearch : IDisposable
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;
    private const string Text = "text";
    private const string Row = "row";
    private const int MostTopics = 5;

    private readonly RAMDirectory directory = new();
    private readonly CJKAnalyzer analyzer = new(Version);
    private readonly BM25Similarity similarity = new();
    private readonly IReadOnlyList<string>[] topics;
    private readonly int mostHits;
    private readonly DirectoryReader reader;
    private readonly IndexSearcher searcher;
    private readonly NumericDocValues rows;

    private LuceneSearch(IReadOnlyList<(string Text, IReadOnlyList<string> Topics)> documents, int mostHits)
    {
        this.mostHits = mostHits;
        topics = [.. documents.Select(document => document.Topics)];
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(Version, analyzer) { Similarity = similarity }))
        {
            for (var row = 0; row < documents.Count; row++)
                writer.AddDocument([new TextField(Text, documents[row].Text, Field.Store.NO), new NumericDocValuesField(Row, row)]);
            writer.ForceMerge(1);
        }

        reader = DirectoryReader.Open(directory);
        searcher = new IndexSearcher(reader) { Similarity = similarity };
        rows = reader.Leaves.Single().AtomicReader.GetNumericDocValues(Row);
    }

    /// <summary>One document a topic: its sentences in the handbook and all its example messages.</summary>
    public static LuceneSearch ByTopic(Messages messages) => new(
        [.. Sentences(messages)
            .Concat(Examples(messages).SelectMany(example => example.Topics, (example, topic) => (example.Text, Topic: topic)))
            .GroupBy(part => part.Topic, part => part.Text)
            .Select(part => (string.Join('\n', part), (IReadOnlyList<string>)[part.Key]))],
        MostTopics);

    /// <summary>One document a text: the nearest sentences and examples tell their topics.</summary>
    public static LuceneSearch ByText(Messages messages) => new(
        [.. Sentences(messages).Select(part => (part.Text, (IReadOnlyList<string>)[part.Topic]))
            .Concat(Examples(messages).Select(example => (example.Text, example.Topics)))],
        mostHits: 30);

    public List<string> Search(string text)
    {
        var best = new List<string>(MostTopics);
        if (new QueryBuilder(analyzer).CreateBooleanQuery(Text, text.Length > Reader.LongestText ? text[..Reader.LongestText] : text) is not { } query)
            return best;
        foreach (var hit in searcher.Search(query, mostHits).ScoreDocs)
        {
            foreach (var topic in topics[rows.Get(hit.Doc)])
            {
                if (!best.Contains(topic))
                    best.Add(topic);
            }

            if (best.Count >= MostTopics)
                break;
        }

        return best;
    }

    public void Dispose()
    {
        reader.Dispose();
        analyzer.Dispose();
        directory.Dispose();
    }

    private static IEnumerable<Example> Examples(Messages messages) => messages.Known.Where(example => example.Topics.Count > 0);

    private static IEnumerable<(string Text, string Topic)> Sentences(Messages messages) => messages.Material.Catalogue.Topics
        .SelectMany(topic => topic.Sentences, (topic, sentence) => (topic.Id, sentence))
        .SelectMany(part => new[] { (part.sentence.Ja, part.Id), (part.sentence.En, part.Id) });
}
