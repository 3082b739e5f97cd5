using System.Collections.Concurrent;

namespace TechLeakageBot.Crash;

/// <summary>The reports that were acknowledged: the mark in each one's words, and where its answer is to be read.</summary>
internal sealed class Acknowledged
{
    private readonly ConcurrentDictionary<string, string> conversations = new(StringComparer.Ordinal);

    public int Count => conversations.Count;

    public IEnumerable<(string Mark, string Conversation)> All => conversations.Select(entry => (entry.Key, entry.Value));

    public void Add(string mark, string conversation) => conversations[mark] = conversation;
}
