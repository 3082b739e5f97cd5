using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Training;

namespace TechLeakageBot.Turns;

/// <summary>
/// Everything that must survive a crash. One implementation per database, all held to the same contract tests.
/// A method that returns has committed durably.
/// </summary>
internal interface IStore
{
    /// <summary>Opens the database and brings its schema up to date.</summary>
    /// <exception cref="StorageUnusableException">It is corrupt, or was written by a newer version; it is left untouched.</exception>
    Task OpenAsync(CancellationToken cancel);

    /// <summary>The stored state; a new one where nothing is stored, <see cref="Conversation.Unreadable"/> where it cannot be read.</summary>
    /// <param name="messageId">The message that is to be answered now; it may have been committed already.</param>
    Task<Remembered> LoadAsync(ConversationKey key, string messageId, CancellationToken cancel);

    /// <summary>Writes seen id, state, profile, address and effects together, or nothing.</summary>
    Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel);

    /// <summary>A random key of 32 bytes, made at the first call for its name and the same ever after; signs tokens.</summary>
    Task<byte[]> KeyAsync(string name, CancellationToken cancel);
}

/// <param name="Seen">Whether the message was committed already.</param>
/// <param name="Version">0 where nothing is stored.</param>
internal sealed record Remembered(bool Seen, Conversation Conversation, Profile Profile, long Version)
{
    /// <summary>The person's training; null where nothing is kept of it.</summary>
    public StoredTrainee? Trainee { get; init; }
}

/// <summary>What one turn writes.</summary>
/// <param name="Version">The version that <see cref="IStore.LoadAsync"/> gave; another one now is a conflict.</param>
/// <param name="HoldReplies">How long the delivery leaves the replies alone, because the channel answers them itself.</param>
/// <param name="Change">What is added to an incident in the same commit, its alerts and tells among the transition's effects; null where nothing is.</param>
/// <param name="Trainee">What is kept of the person's training from now on; null where that has not changed.</param>
internal sealed record TurnCommit(
    Incoming Incoming, Transition Transition, long Version, TimeSpan HoldReplies, IncidentChange? Change = null, TraineeChange? Trainee = null);

internal abstract record CommitOutcome
{
    private CommitOutcome()
    {
    }

    /// <summary>Written. The outbox rows in the order of the effects.</summary>
    public sealed record Committed(IReadOnlyList<OutboxRow> Rows) : CommitOutcome;

    /// <summary>The message had been committed before; nothing was written.</summary>
    public sealed record Duplicate : CommitOutcome;

    /// <summary>Another turn came in between; nothing was written.</summary>
    public sealed record Conflict : CommitOutcome;
}

/// <summary>The database cannot be used. The message says which file, what is wrong and what to do.</summary>
internal sealed class StorageUnusableException(string message, Exception? inner = null) : Exception(message, inner);
