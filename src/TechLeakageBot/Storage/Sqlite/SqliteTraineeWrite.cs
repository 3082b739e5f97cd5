using System.Text.Json;
using TechLeakageBot.Training;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Writes one person's training, within somebody's transaction.</summary>
internal static class SqliteTraineeWrite
{
    private const string Version = "SELECT COALESCE((SELECT version FROM trainee WHERE channel = @channel AND person = @person), 0)";

    private const string Upsert =
        """
        INSERT INTO trainee (channel, person, version, record, due, name, department, site)
            VALUES (@channel, @person, @version, @record, @due, @name, @department, @site)
            ON CONFLICT DO UPDATE SET version = excluded.version, record = excluded.record, due = excluded.due,
                name = excluded.name, department = excluded.department, site = excluded.site
        """;

    /// <summary>Whether the version that the change was made from is still the stored one.</summary>
    public static bool Fits(SqliteStatements statements, TraineeChange change) =>
        statements.Number(Version, ("@channel", change.Stored.Key.Channel), ("@person", change.Stored.Key.Person)) == change.Stored.Version;

    public static void Write(SqliteStatements statements, TraineeChange change, DateTimeOffset now)
    {
        var (stored, key) = (change.Stored, change.Stored.Key);
        statements.Run(
            Upsert,
            ("@channel", key.Channel),
            ("@person", key.Person),
            ("@version", stored.Version + 1),
            ("@record", JsonSerializer.Serialize(stored.Trainee, Stored.Json.Trainee)),
            ("@due", change.Due is { } due ? Milliseconds.Of(due) : null),
            ("@name", stored.Name),
            ("@department", stored.Department),
            ("@site", stored.SiteId));
        if (change.Reminder is { } reminder)
            OutboxEntry.For(reminder, new ConversationKey(key.Channel, "", key.Person), now, now).Add(statements);
    }
}
