using System.Security.Cryptography;
using System.Text.Json;
using TechLeakageBot.Audit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Writes into incidents and the audit. Everything here runs within the caller's transaction.</summary>
internal static class SqliteIncidentWrite
{
    private const int SaltLength = 32;

    /// <summary>How many numbers of a year were given.</summary>
    public const string Count = "SELECT COALESCE((SELECT count FROM incident_count WHERE year = @year), 0)";

    private const string Version = "SELECT COALESCE((SELECT version FROM incident WHERE number = @number), 0)";

    private const string CountUp =
        """
        INSERT INTO incident_count (year, count) VALUES (@year, @count)
            ON CONFLICT DO UPDATE SET count = excluded.count WHERE excluded.count > count
        """;

    private const string AddEvent = "INSERT INTO incident_event (number, event, recorded, salt) VALUES (@number, @event, @recorded, @salt)";

    private const string Project =
        """
        INSERT INTO incident (number, version, line, summary, opened, closed, due, seal) VALUES (@number, @version, @line, @summary, @opened, @closed, @due, @seal)
            ON CONFLICT DO UPDATE SET version = excluded.version, line = excluded.line, summary = excluded.summary, closed = excluded.closed, due = excluded.due
        """;

    private const string AddContact = "INSERT INTO incident_contact (number, kind, hash) VALUES (@number, @kind, @hash) ON CONFLICT DO NOTHING";

    public const string NewestEntry = "SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1";

    private const string AddEntry =
        """
        INSERT INTO audit_entry (sequence, at, what, number, event, actor, digest, hash)
            VALUES (@sequence, @at, @what, @number, @event, @actor, @digest, @hash)
        """;

    /// <returns>False where another event came in between, or the number is taken; nothing was written.</returns>
    public static bool Add(SqliteStatements statements, IncidentChange change)
    {
        if (statements.Number(Version, ("@number", change.Number)) != change.Events[0].Number - 1)
            return false;
        if (change.Events[0].Number == 1 && !IsFree(statements, change.Number))
            return false;
        foreach (var recorded in change.Events)
            Add(statements, change.Number, recorded);
        Show(statements, change.After, change.Due);
        return true;
    }

    public static void Witness(SqliteStatements statements, Effect.Witness witness, DateTimeOffset now) => Append(
        statements,
        now,
        witness.What switch
        {
            Witnessed.Viewed => Audited.Viewed,
            Witnessed.Exported => Audited.Exported,
            _ => Audited.Refused,
        },
        witness.Number,
        @event: null,
        witness.Officer ?? "somebody",
        digest: null);

    public static void Append(SqliteStatements statements, DateTimeOffset at, string what, string number, long? @event, string actor, byte[]? digest)
    {
        var newest = statements.Rows(NewestEntry, row => (Sequence: row.GetInt64(0), Hash: row.GetFieldValue<byte[]>(1)));
        var (sequence, before) = newest is [var last] ? last : (0, AuditEntry.Origin);
        var entry = AuditEntry.After(before, sequence + 1, Milliseconds.Of(at), what, number, @event, actor, digest);
        statements.Run(
            AddEntry,
            ("@sequence", entry.Sequence),
            ("@at", entry.At),
            ("@what", entry.What),
            ("@number", entry.Number),
            ("@event", entry.Event),
            ("@actor", entry.Actor),
            ("@digest", entry.Digest),
            ("@hash", entry.Hash));
    }

    /// <summary>The line of an incident as it is stored.</summary>
    public static string LineOf(Incident incident) => JsonSerializer.Serialize(IncidentLine.Of(incident), Stored.Json.IncidentLine);

    /// <summary>A number that was purged is not given again.</summary>
    private static bool IsFree(SqliteStatements statements, string number)
    {
        var (year, count) = IncidentNumber.Parts(number);
        return statements.Run(CountUp, ("@year", year), ("@count", count)) == 1;
    }

    private static void Add(SqliteStatements statements, string number, Recorded recorded)
    {
        var (json, salt) = (JsonSerializer.Serialize(recorded, Stored.Json.Recorded), RandomNumberGenerator.GetBytes(SaltLength));
        statements.Run(AddEvent, ("@number", number), ("@event", recorded.Number), ("@recorded", json), ("@salt", salt));
        Append(statements, recorded.At, Audited.Event, number, recorded.Number, ActorOf(recorded.By), AuditEntry.DigestOf(salt, json));
    }

    private static void Show(SqliteStatements statements, Incident incident, DateTimeOffset? due)
    {
        statements.Run(
            Project,
            ("@number", incident.Number),
            ("@version", incident.Version),
            ("@line", LineOf(incident)),
            ("@summary", incident.Summary),
            ("@opened", Milliseconds.Of(incident.OpenedAt)),
            ("@closed", incident.Closing is { } closing ? Milliseconds.Of(closing.At) : null),
            ("@due", due is { } at ? Milliseconds.Of(at) : null),
            ("@seal", incident.Seal));
        foreach (var contact in incident.Contacts)
            statements.Run(AddContact, ("@number", incident.Number), ("@kind", contact.Kind.ToString()), ("@hash", contact.Hash));
    }

    private static string ActorOf(Actor actor) => actor switch
    {
        Actor.AnOfficer officer => officer.Id,
        Actor.TheReporter => "reporter",
        _ => "clock",
    };
}
