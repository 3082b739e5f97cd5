using TechLeakageBot.Delivery;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.BotFramework;

/// <summary>The real store, with an eye on what is written to it and what still waits for its delivery.</summary>
internal sealed class WatchedStore(SqliteStore store) : IStore, IOutbox
{
    private readonly Lock gate = new();
    private readonly List<TurnCommit> commits = [];
    private readonly List<OutboxRow> waiting = [];

    public IReadOnlyList<TurnCommit> Commits => Locked(commits.ToArray);

    public IReadOnlyList<OutboxRow> Waiting => Locked(waiting.ToArray);

    public Task OpenAsync(CancellationToken cancel) => store.OpenAsync(cancel);

    public Task<Remembered> LoadAsync(ConversationKey key, string messageId, CancellationToken cancel) => store.LoadAsync(key, messageId, cancel);

    public async Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        var outcome = await store.CommitAsync(commit, cancel);
        if (outcome is CommitOutcome.Committed committed)
        {
            lock (gate)
            {
                commits.Add(commit);
                waiting.AddRange(committed.Rows);
            }
        }

        return outcome;
    }

    public Task<byte[]> KeyAsync(string name, CancellationToken cancel) => store.KeyAsync(name, cancel);

    public Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => store.DueAsync(now, most, cancel);

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancel) => store.NextDueAsync(after, cancel);

    public Task<DateTimeOffset?> OldestAlertAsync(CancellationToken cancel) => store.OldestAlertAsync(cancel);

    public async Task DeliveredAsync(long id, CancellationToken cancel)
    {
        await store.DeliveredAsync(id, cancel);
        Locked(() => waiting.RemoveAll(row => row.Id == id));
    }

    public Task PutOffAsync(long id, DateTimeOffset due, string? error, CancellationToken cancel) => store.PutOffAsync(id, due, error, cancel);

    public Task SetAsideAsync(long id, string error, CancellationToken cancel) => store.SetAsideAsync(id, error, cancel);

    private T Locked<T>(Func<T> act)
    {
        lock (gate)
            return act();
    }

    public Task<OutboxState> StateAsync(CancellationToken cancel) => store.StateAsync(cancel);

    public Task<bool> RetryAsync(long id, CancellationToken cancel) => store.RetryAsync(id, cancel);
}
