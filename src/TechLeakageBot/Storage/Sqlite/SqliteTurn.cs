using System.Text.Json;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Everything that one turn writes, made ready outside the writer's thread.</summary>
internal sealed class SqliteTurn
{
    private readonly TurnCommit commit;
    private readonly DateTimeOffset now;
    private readonly (string Name, object? Value)[] row;
    private readonly OutboxEntry[] entries;
    private readonly Effect.RecordQuestion[] questions;
    private readonly Effect.Witness[] witnesses;
    private readonly Effect.Check[] checks;

    public SqliteTurn(TurnCommit commit, DateTimeOffset now)
    {
        this.commit = commit;
        this.now = now;
        var (incoming, transition) = (commit.Incoming, commit.Transition);
        var key = incoming.Conversation;
        questions = [.. transition.Effects.OfType<Effect.RecordQuestion>()];
        entries = [.. transition.Effects.Where(IsCarried).Select(Entry)];
        witnesses = [.. transition.Effects.OfType<Effect.Witness>()];
        checks = [.. transition.Effects.OfType<Effect.Check>()];
        row =
        [
            ("@Channel", key.Channel),
            ("@Conversation", key.Conversation),
            ("@Person", key.Person),
            ("@MessageId", incoming.MessageId),
            ("@Address", incoming.Address),
            ("@At", Milliseconds.Of(now)),
            ("@Version", commit.Version + 1),
            ("@State", JsonSerializer.Serialize(transition.Next, Stored.Json.Conversation)),
            ("@Profile", JsonSerializer.Serialize(transition.Profile, Stored.Json.Profile)),
        ];
    }

    public bool Forgets => commit.Transition.Effects.Any(effect => effect is Effect.Forget);

    /// <summary>Runs within a transaction that is undone where this throws.</summary>
    public CommitOutcome Write(SqliteStatements statements)
    {
        var (seen, version) = statements.Rows(SqliteSql.Check, found => (found.GetBoolean(0), found.GetInt64(1)), row)[0];
        if (seen)
            return new CommitOutcome.Duplicate();
        if (version != commit.Version)
            return new CommitOutcome.Conflict();
        if (!checks.All(check => SqliteCheckWrite.Fits(statements, check)))
            return new CommitOutcome.Conflict();
        if (commit.Trainee is { } trainee && !SqliteTraineeWrite.Fits(statements, trainee))
            return new CommitOutcome.Conflict();
        if (commit.Change is { } change && !SqliteIncidentWrite.Add(statements, change))
            return new CommitOutcome.Conflict();
        if (commit.Trainee is { } trained)
            SqliteTraineeWrite.Write(statements, trained, now);
        foreach (var witness in witnesses)
            SqliteIncidentWrite.Witness(statements, witness, now);
        if (Forgets)
            statements.Run(SqliteSql.Forget, row);
        statements.Run(SqliteSql.Remember, row);
        foreach (var check in checks)
            SqliteCheckWrite.Add(statements, check, commit.Incoming.Conversation, now);
        foreach (var question in questions)
        {
            statements.Run(
                SqliteSql.RecordQuestion,
                ("@At", Milliseconds.Of(now)),
                ("@Language", question.Language.ToString()),
                ("@Question", question.Question),
                ("@Offered", JsonSerializer.Serialize(question.Offered, Stored.Json.IReadOnlyListString)));
        }

        List<OutboxRow> rows = [];
        foreach (var entry in entries)
        {
            var key = entry.To ?? OutboxRow.Nobody;
            rows.Add(new OutboxRow(entry.Add(statements), key, key == commit.Incoming.Conversation ? commit.Incoming.Address : "", entry.Effect, Milliseconds.Time(entry.Created), Attempts: 0, entry.Lane));
        }

        return new CommitOutcome.Committed(rows);
    }

    private static bool IsCarried(Effect effect) => effect is Effect.Reply or Effect.Alert or Effect.Tell;

    private OutboxEntry Entry(Effect effect) => effect is Effect.Reply
        ? OutboxEntry.For(effect, commit.Incoming.Conversation, now, now + commit.HoldReplies)
        : OutboxEntry.Of(effect, commit.Change?.After.Reporter, now);
}
