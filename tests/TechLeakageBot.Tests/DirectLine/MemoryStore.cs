using System.Security.Cryptography;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.DirectLine;

/// <summary>State, outbox and transcripts in memory, for tests of the channel alone.</summary>
internal sealed class MemoryStore(TimeProvider time) : IStore, ITranscripts
{
    private readonly Lock all = new();
    private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    private readonly HashSet<(ConversationKey, string)> seen = [];
    private readonly Dictionary<ConversationKey, Remembered> states = [];
    private readonly Dictionary<string, List<(string Id, string Json)>> transcripts = [];
    private readonly Queue<OutboxRow> outbox = [];
    private long lastRow;

    public List<Incoming> Turns { get; } = [];

    public Task OpenAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<byte[]> KeyAsync(string name, CancellationToken cancel) => Task.FromResult(key);

    public Task<bool> HasSeenAsync(ConversationKey key, string messageId, CancellationToken cancel)
    {
        lock (all)
            return Task.FromResult(seen.Contains((key, messageId)));
    }

    public Task<Remembered> LoadAsync(ConversationKey key, CancellationToken cancel)
    {
        lock (all)
            return Task.FromResult(states.GetValueOrDefault(key) ?? new Remembered(Conversation.New, Profile.New, 0));
    }

    public Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        lock (all)
        {
            var incoming = commit.Incoming;
            if (!seen.Add((incoming.Conversation, incoming.MessageId)))
                return Task.FromResult<CommitOutcome>(new CommitOutcome.Duplicate());
            Turns.Add(incoming);
            states[incoming.Conversation] = new Remembered(commit.Transition.Next, commit.Transition.Profile, commit.Version + 1);
            var rows = commit.Transition.Effects
                .Select(effect => new OutboxRow(++lastRow, incoming.Conversation, incoming.Address, effect, time.GetUtcNow(), 0))
                .ToArray();
            foreach (var row in rows)
                outbox.Enqueue(row);
            return Task.FromResult<CommitOutcome>(new CommitOutcome.Committed(rows));
        }
    }

    public Task<long> AppendAsync(string conversation, string activityId, string json, DateTimeOffset at, CancellationToken cancel)
    {
        lock (all)
        {
            if (!transcripts.TryGetValue(conversation, out var lines))
                transcripts.Add(conversation, lines = []);
            var known = lines.FindIndex(line => line.Id == activityId);
            if (known >= 0)
                return Task.FromResult(known + 1L);
            lines.Add((activityId, json));
            return Task.FromResult((long)lines.Count);
        }
    }

    public Task<IReadOnlyList<(long Sequence, string Json)>> AfterAsync(string conversation, long sequence, int most, CancellationToken cancel)
    {
        lock (all)
        {
            IReadOnlyList<(long, string)> found = [.. (transcripts.GetValueOrDefault(conversation) ?? [])
                .Select((line, i) => (i + 1L, line.Json))
                .Where(line => line.Item1 > sequence)
                .Take(most)];
            return Task.FromResult(found);
        }
    }

    public OutboxRow? Next()
    {
        lock (all)
            return outbox.TryDequeue(out var row) ? row : null;
    }
}
