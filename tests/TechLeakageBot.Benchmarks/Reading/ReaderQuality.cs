using System.Globalization;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Benchmarks.Reading;

/// <summary>How often the right topic comes first, and among the first three, on messages that neither side has seen.</summary>
internal static class ReaderQuality
{
    private const int HeldOut = 5;

    public static void Run()
    {
        var messages = Messages.HoldOutEvery(HeldOut);
        Example[] due = [.. messages.Unknown.Where(example => example.Topics.Count > 0)];
        var reader = messages.TrainReader();
        using var byTopic = LuceneSearch.ByTopic(messages);
        using var byText = LuceneSearch.ByText(messages);

        Console.WriteLine(
            $"{due.Length} messages with a topic, every {HeldOut}th of knowledge/utterances; both sides know the other {messages.Known.Count} and the handbook.");
        Console.WriteLine("A ratio is the reader's share by the peer's; over 1 the reader is better.\n");
        var own = Hits(due, text => reader.Read(text).Topics.Select(topic => topic.Id));
        var table = new Table("design", "hit1", "hit3", "hit1 ratio", "hit3 ratio");
        Add(table, "Lucene.Net BM25, a document a topic", Hits(due, byTopic.Search), own);
        Add(table, "Lucene.Net BM25, a document a text", Hits(due, byText.Search), own);
        Add(table, "Reader", own, own);
        table.Print();
    }

    private static (double First, double Three) Hits(Example[] due, Func<string, IEnumerable<string>> topicsOf)
    {
        var ranks = due.Select(example => topicsOf(example.Text).Take(3).ToList().FindIndex(example.Topics.Contains)).ToArray();
        return (ranks.Count(rank => rank == 0) / (double)due.Length, ranks.Count(rank => rank >= 0) / (double)due.Length);
    }

    private static void Add(Table table, string design, (double First, double Three) hits, (double First, double Three) own) => table.Add(
        design,
        hits.First.ToString("0.000", CultureInfo.InvariantCulture),
        hits.Three.ToString("0.000", CultureInfo.InvariantCulture),
        (own.First / hits.First).ToString("0.00", CultureInfo.InvariantCulture),
        (own.Three / hits.Three).ToString("0.00", CultureInfo.InvariantCulture));
}
