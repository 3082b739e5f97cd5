using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.DirectLine;

/// <summary>The real store; tells which turns it has committed.</summary>
internal sealed class RecordingStore(SqliteStore store) : IStore
{
    private readonly List<Incoming> turns = [];

    /// <summary>Makes the next turn one that forgets the person, whatever the dialog decides.</summary>
    public bool ForgetNext { get; set; }

    public IReadOnlyList<Incoming> Turns
    {
        get
        {
            lock (turns)
                return [.. turns];
        }
    }

    public Task OpenAsync(CancellationToken cancel) => store.OpenAsync(cancel);

    public Task<Remembered> LoadAsync(ConversationKey key, string messageId, CancellationToken cancel) => store.LoadAsync(key, messageId, cancel);

    public Task<byte[]> KeyAsync(string name, CancellationToken cancel) => store.KeyAsync(name, cancel);

    public async Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        if (ForgetNext)
            commit = commit with { Transition = commit.Transition with { Effects = [new Effect.Forget(), .. commit.Transition.Effects] } };
        var outcome = await store.CommitAsync(commit, cancel);
        if (outcome is CommitOutcome.Committed)
        {
            lock (turns)
                turns.Add(commit.Incoming);
        }

        return outcome;
    }
}
