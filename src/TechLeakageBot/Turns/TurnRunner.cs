using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Turns;

/// <summary>One turn, start to commit: load, read, advance, write. Turns of one conversation run one after another.</summary>
internal sealed class TurnRunner(IStore store, KnowledgeSource knowledge, OutboxBell bell)
{
    /// <summary>Another instance may come in between; more often than this is a fault.</summary>
    private const int MostTries = 5;

    private readonly ConversationLocks locks = new();

    /// <summary>The replies of the turn, already in the outbox; empty for a message that was seen before.</summary>
    /// <param name="holdReplies">How long the delivery leaves the replies to the caller, who answers them itself.</param>
    public async Task<IReadOnlyList<OutboxRow>> RunAsync(Incoming incoming, CancellationToken cancel, TimeSpan holdReplies = default)
    {
        using var turn = await locks.EnterAsync(incoming.Conversation, cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var remembered = await store.LoadAsync(incoming.Conversation, incoming.MessageId, cancel);
            if (remembered.Seen)
                return [];
            var transition = Advance(remembered, incoming.Said);
            switch (await store.CommitAsync(new TurnCommit(incoming, transition, remembered.Version, holdReplies), cancel))
            {
                case CommitOutcome.Committed committed:
                    bell.Ring();
                    return committed.Rows;
                case CommitOutcome.Duplicate:
                    return [];
            }
        }

        throw new InvalidOperationException($"A turn met {MostTries} conflicts in a row; is another program writing the same conversation?");
    }

    private Transition Advance(Remembered remembered, Said said)
    {
        var known = knowledge.Current;
        var reading = said is Said.Text text ? known.Reader.Read(text.Value) : null;
        return new Dialog(known).Advance(remembered.Conversation, remembered.Profile, said, reading);
    }
}
