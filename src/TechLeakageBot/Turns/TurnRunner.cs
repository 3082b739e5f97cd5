using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Training;

namespace TechLeakageBot.Turns;

/// <summary>One turn, start to commit: load, read, advance, write. Turns of one person run one after another, whatever the conversation.</summary>
internal sealed class TurnRunner(
    IStore store, IIncidents incidents, ISelfChecks checks, KnowledgeSource knowledge, IncidentGate gate, OutboxBell bell, IncidentBell incidentBell, IncidentMetrics metrics, TimeProvider time)
{
    /// <summary>Another instance may come in between; more often than this is a fault.</summary>
    private const int MostTries = 5;

    private readonly PersonLocks locks = new();

    private byte[]? traceKey;

    /// <summary>The replies of the turn, already in the outbox; empty for a message that was seen before.</summary>
    /// <param name="holdReplies">How long the delivery leaves the replies to the caller, who answers them itself.</param>
    public async Task<IReadOnlyList<OutboxRow>> RunAsync(Incoming incoming, CancellationToken cancel, TimeSpan holdReplies = default)
    {
        using var turn = await locks.EnterAsync(new PersonKey(incoming.Conversation.Channel, incoming.Conversation.Person), cancel);
        var known = knowledge.Current;
        var reading = incoming.Said is Said.Text text ? known.Reader.Read(text.Value) : null;
        IDisposable? held = null;
        try
        {
            for (var attempt = 0; attempt < MostTries; attempt++)
            {
                var remembered = await store.LoadAsync(incoming.Conversation, incoming.MessageId, cancel);
                if (remembered.Seen)
                    return [];
                var scene = await SceneAsync(incoming, remembered, reading, cancel);
                var transition = new Dialog(known).Advance(remembered.Conversation, remembered.Profile, incoming.Said, reading, scene);
                var change = ChangeOf(transition, scene, known.Company);
                if (change is not null && held is null)
                {
                    // Once more from the start, now that nobody else can change an incident in between.
                    held = await gate.EnterAsync(cancel);
                    attempt--;
                    continue;
                }

                switch (await store.CommitAsync(new TurnCommit(incoming, transition, remembered.Version, holdReplies, change, TraineeOf(transition, remembered, incoming, known)), cancel))
                {
                    case CommitOutcome.Committed committed:
                        bell.Ring();
                        if (change is not null)
                        {
                            metrics.Count(change);
                            incidentBell.Ring();
                        }

                        return committed.Rows;
                    case CommitOutcome.Duplicate:
                        return [];
                }
            }
        }
        finally
        {
            held?.Dispose();
        }

        throw new InvalidOperationException($"A turn met {MostTries} conflicts in a row; is another program writing the same conversation?");
    }

    private static TraineeChange? TraineeOf(Transition transition, Remembered remembered, Incoming incoming, KnowledgeBase known) => transition.Trainee is { } trainee
        ? new TraineeChange(
            (remembered.Trainee ?? new StoredTrainee(new PersonKey(incoming.Conversation.Channel, incoming.Conversation.Person), Trainee.New, Version: 0)) with { Trainee = trainee },
            TrainingClock.Due(trainee, known.Curriculum))
        : null;

    private static IncidentChange? ChangeOf(Transition transition, Scene scene, Company company)
    {
        if (transition.Effects.OfType<Effect.Record>().ToArray() is not { Length: > 0 } records)
            return null;
        var number = records[0].Number;
        if (records.Any(record => record.Number != number))
            throw new InvalidOperationException("A turn changes one incident at the most.");
        return IncidentChange.Of(number, scene.Find(number), [.. records.SelectMany(record => record.Events)], company);
    }

    private async Task<Scene> SceneAsync(Incoming incoming, Remembered remembered, Reading? reading, CancellationToken cancel)
    {
        traceKey ??= await store.KeyAsync(IncidentKeys.Contacts, cancel);
        var found = new Dictionary<string, Incident>(StringComparer.Ordinal);
        foreach (var number in Dialog.Needs(remembered.Conversation, remembered.Profile, incoming.Said))
        {
            try
            {
                if (await incidents.FindAsync(number, cancel) is { } incident)
                    found.Add(number, incident);
            }
            catch (IncidentUnreadableException)
            {
                // The log has it by now; the person must be answered nevertheless.
            }
        }

        var (now, key) = (time.GetUtcNow(), incoming.Conversation);
        return new Scene(now, new Reporter(key.Channel, key.Conversation, key.Person), await incidents.NextNumberAsync(IncidentNumber.YearOf(now), cancel), found, traceKey)
        {
            IsPrivate = incoming.IsPrivate,
            Trainee = remembered.Trainee?.Trainee ?? Trainee.New,
            Check = Dialog.NeedsCheck(remembered.Conversation, incoming.Said, reading) ? await CheckAsync(key, cancel) : CheckScene.None,
        };
    }

    private async Task<CheckScene> CheckAsync(ConversationKey key, CancellationToken cancel) =>
        new(await checks.SheetsAsync(cancel), await checks.OwnAsync(key.Channel, key.Person, cancel), await checks.IncidentsAsync(cancel));
}
