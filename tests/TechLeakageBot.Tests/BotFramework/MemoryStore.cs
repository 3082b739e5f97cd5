using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.BotFramework;

/// <summary>Keeps turns in memory, for a test to look at. It offers nothing to the delivery: tests send by themselves.</summary>
internal sealed class MemoryStore : IStore, IOutbox
{
    private readonly Lock gate = new();
    private readonly HashSet<(ConversationKey, string)> seen = [];
    private readonly Dictionary<ConversationKey, Remembered> states = [];
    private readonly List<OutboxRow> rows = [];
    private readonly List<TurnCommit> commits = [];

    public IReadOnlyList<OutboxRow> Waiting => Locked(() => rows.ToArray());

    public IReadOnlyList<TurnCommit> Commits => Locked(() => commits.ToArray());

    public Task OpenAsync(CancellationToken cancel) => Task.CompletedTask;

    public Task<bool> HasSeenAsync(ConversationKey key, string messageId, CancellationToken cancel) =>
        Task.FromResult(Locked(() => seen.Contains((key, messageId))));

    public Task<Remembered> LoadAsync(ConversationKey key, CancellationToken cancel) =>
        Task.FromResult(Locked(() => states.GetValueOrDefault(key) ?? new Remembered(Conversation.New, Profile.New, 0)));

    public Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel) => Task.FromResult(Locked<CommitOutcome>(() =>
    {
        var incoming = commit.Incoming;
        if (!seen.Add((incoming.Conversation, incoming.MessageId)))
            return new CommitOutcome.Duplicate();
        states[incoming.Conversation] = new Remembered(commit.Transition.Next, commit.Transition.Profile, commit.Version + 1);
        commits.Add(commit);
        var added = commit.Transition.Effects
            .Select((effect, i) => new OutboxRow(1000 * commits.Count + i, incoming.Conversation, incoming.Address, effect, incoming.At, 0))
            .ToArray();
        rows.AddRange(added);
        return new CommitOutcome.Committed(added);
    }));

    public Task<byte[]> KeyAsync(string name, CancellationToken cancel) => Task.FromResult(new byte[32]);

    public Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<OutboxRow>>([]);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => Task.FromResult<DateTimeOffset?>(null);

    public Task DeliveredAsync(long id, CancellationToken cancel)
    {
        Locked(() => rows.RemoveAll(row => row.Id == id));
        return Task.CompletedTask;
    }

    public Task PutOffAsync(long id, DateTimeOffset due, string error, CancellationToken cancel) => Task.CompletedTask;

    public Task SetAsideAsync(long id, string error, CancellationToken cancel) => Task.CompletedTask;

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
            return act();
    }
}
