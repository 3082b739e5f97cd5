using System.Security.Cryptography;
using System.Text;
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

    /// <param name="auditKey">Keys the hash by which the audit names a conversation.</param>
    public SqliteTurn(TurnCommit commit, DateTimeOffset now, byte[] auditKey)
    {
        this.commit = commit;
        this.now = now;
        var (incoming, transition) = (commit.Incoming, commit.Transition);
        var key = incoming.Conversation;
        questions = [.. transition.Effects.OfType<Effect.RecordQuestion>()];
        entries = [.. transition.Effects.Where(effect => effect is not (Effect.RecordQuestion or Effect.Forget)).Select(Entry)];
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
            ("@What", string.Join(',', transition.Effects.Select(EffectKind.Of))),
            ("@Hash", HMACSHA256.HashData(auditKey, Encoding.UTF8.GetBytes($"{key.Channel}\n{key.Conversation}\n{key.Person}"))),
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
        if (Forgets)
            statements.Run(SqliteSql.Forget, row);
        statements.Run(SqliteSql.Remember, row);
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
            var id = statements.Number(
                SqliteSql.AddToOutbox,
                ("@Channel", entry.Channel),
                ("@Person", entry.Person),
                ("@Conversation", entry.Conversation),
                ("@Kind", entry.Kind),
                ("@Payload", entry.Payload),
                ("@Created", entry.Created),
                ("@Due", entry.Due));
            rows.Add(new OutboxRow(id, commit.Incoming.Conversation, commit.Incoming.Address, entry.Effect, Milliseconds.Time(entry.Created), Attempts: 0));
        }

        return new CommitOutcome.Committed(rows);
    }

    private OutboxEntry Entry(Effect effect) => new(
        commit.Incoming.Conversation.Channel,
        commit.Incoming.Conversation.Person,
        commit.Incoming.Conversation.Conversation,
        EffectKind.Of(effect),
        JsonSerializer.Serialize(effect, Stored.Json.Effect),
        Milliseconds.Of(now),
        Milliseconds.Of(effect is Effect.Reply ? now + commit.HoldReplies : now),
        effect);

    private sealed record OutboxEntry(string Channel, string Person, string Conversation, string Kind, string Payload, long Created, long Due, Effect Effect);
}
