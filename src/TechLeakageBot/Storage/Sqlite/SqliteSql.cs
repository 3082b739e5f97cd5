namespace TechLeakageBot.Storage.Sqlite;

/// <summary>What is asked of the database in a turn.</summary>
internal static class SqliteSql
{
    private const string ThisConversation = "channel = @Channel AND person = @Person AND conversation = @Conversation";

    private const string IsSeen = $"EXISTS (SELECT 1 FROM seen WHERE {ThisConversation} AND message_id = @MessageId)";

    /// <summary>One row, with nulls for what is not stored.</summary>
    public const string Load =
        $"""
        SELECT {IsSeen} AS seen, c.version AS version, c.state AS state, p.profile AS profile,
          t.version, t.record, t.name, t.department, t.site
        FROM (SELECT @Channel AS channel, @Person AS person, @Conversation AS conversation) AS k
        LEFT JOIN conversation AS c ON c.channel = k.channel AND c.person = k.person AND c.conversation = k.conversation
        LEFT JOIN person AS p ON p.channel = k.channel AND p.person = k.person
        LEFT JOIN trainee AS t ON t.channel = k.channel AND t.person = k.person
        """;

    /// <summary>Whether the message was committed already, and the version; 0 where nothing is stored.</summary>
    public const string Check = $"SELECT {IsSeen}, COALESCE((SELECT version FROM conversation WHERE {ThisConversation}), 0)";

    /// <summary>
    /// Keeps seen ids (a redelivered message must stay a duplicate) and alerts (the officer must still hear of the matter).
    /// A transcript loses what was said and keeps its sequence, so that clients read on and an activity sent again stays out.
    /// </summary>
    public const string Forget =
        """
        UPDATE transcript SET json = NULL WHERE conversation = @Conversation
            OR conversation IN (SELECT conversation FROM conversation WHERE channel = @Channel AND person = @Person);
        DELETE FROM outbox WHERE channel = @Channel AND person = @Person AND kind = 'reply';
        DELETE FROM conversation WHERE channel = @Channel AND person = @Person;
        DELETE FROM person WHERE channel = @Channel AND person = @Person;
        DELETE FROM check_answer WHERE channel = @Channel AND person = @Person;
        """;

    public const string Remember =
        """
        INSERT INTO conversation (channel, person, conversation, version, state, address, at)
            VALUES (@Channel, @Person, @Conversation, @Version, @State, @Address, @At)
            ON CONFLICT DO UPDATE SET version = excluded.version, state = excluded.state, address = excluded.address, at = excluded.at;
        INSERT INTO person (channel, person, profile) VALUES (@Channel, @Person, @Profile)
            ON CONFLICT DO UPDATE SET profile = excluded.profile;
        INSERT INTO seen (channel, conversation, person, message_id, at) VALUES (@Channel, @Conversation, @Person, @MessageId, @At);
        """;

    public const string RecordQuestion =
        "INSERT INTO unanswered_question (at, language, question, offered) VALUES (@At, @Language, @Question, @Offered)";

    public const string Key = "SELECT key FROM signing_key WHERE name = @name";

    /// <summary>Changes nothing where another call has made the key.</summary>
    public const string AddKey = "INSERT INTO signing_key (name, key) VALUES (@name, @fresh) ON CONFLICT DO NOTHING";
}
