using Microsoft.Data.Sqlite;
using TechLeakageBot.Audit;
using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Reads the whole audit of a database that is not written to, beside a bot that may be running.</summary>
internal static class SqliteAudit
{
    /// <summary>What <see cref="Entry"/> reads.</summary>
    public const string SelectEntries = "SELECT sequence, at, what, number, event, actor, digest, hash FROM audit_entry";

    private const string AllEntries = $"{SelectEntries} ORDER BY sequence";
    private const string AllEvents = "SELECT number, event, recorded, salt FROM incident_event ORDER BY number, event";

    private const string AllIncidents =
        """
        SELECT number, version, line, summary, opened, closed, seal,
               (SELECT COALESCE(GROUP_CONCAT(kind || ':' || hash, ' ' ORDER BY kind || ':' || hash), '') FROM incident_contact AS c WHERE c.number = incident.number)
        FROM incident
        UNION ALL
        SELECT DISTINCT number, 0, '', '', 0, NULL, NULL, '' FROM incident_contact WHERE number NOT IN (SELECT number FROM incident)
        """;

    /// <param name="witnesses">Digests that were written outside the database.</param>
    /// <returns>How many entries there are, and what is wrong with them.</returns>
    public static (int Entries, IReadOnlyList<string> Faults) Verify(SqliteFile file, IReadOnlyList<AuditDigest> witnesses)
    {
        using var connection = file.OpenReader();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var reader = new SqliteStatements(connection);
        var entries = reader.Rows(AllEntries, Entry);
        var events = reader.Rows(AllEvents, row => new StoredEvent(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<byte[]>(3)));
        var incidents = reader.Rows(AllIncidents, row => (Number: row.GetString(0), Row: Shown.Of(row)));
        return (
            entries.Count,
            [
                .. AuditVerification.Faults(entries, events, witnesses),
                .. Differing(events, incidents.ToDictionary(incident => incident.Number, incident => incident.Row)),
            ]);
    }

    public static AuditEntry Entry(SqliteDataReader row) => new(
        row.GetInt64(0),
        row.GetInt64(1),
        row.GetString(2),
        row.GetString(3),
        row.IsDBNull(4) ? null : row.GetInt64(4),
        row.GetString(5),
        row.IsDBNull(6) ? null : row.GetFieldValue<byte[]>(6),
        row.GetFieldValue<byte[]>(7));

    /// <summary>What the tables made of the events say otherwise than the events. Deadlines are not compared: they follow the settings.</summary>
    private static IEnumerable<string> Differing(IEnumerable<StoredEvent> events, Dictionary<string, Shown> shown)
    {
        foreach (var group in events.GroupBy(known => known.Number))
        {
            if (!shown.Remove(group.Key, out var row))
                yield return $"{group.Key}: the incident is missing in the list, though its events are there.";
            else if (StoredIncident.Read(group.Key, group.Select(known => known.Stored), out _) is not { } incident)
                yield return $"{group.Key}: its events do not make an incident: one was edited, deleted or inserted.";
            else if (Shown.Of(incident) != row)
                yield return $"{group.Key}: the list shows something else than its events say.";
        }

        foreach (var extra in shown.Keys)
            yield return $"{extra}: the list shows an incident that has no events.";
    }

    /// <summary>An incident as lists, retention and the way back of anonymous reporters see it.</summary>
    private sealed record Shown(long Version, string Line, string Summary, long Opened, long? Closed, string? Seal, string Contacts)
    {
        public static Shown Of(SqliteDataReader row) => new(
            row.GetInt64(1),
            row.GetString(2),
            row.GetString(3),
            row.GetInt64(4),
            row.IsDBNull(5) ? null : row.GetInt64(5),
            row.IsDBNull(6) ? null : row.GetString(6),
            row.GetString(7));

        public static Shown Of(Incident incident) => new(
            incident.Version,
            SqliteIncidentWrite.LineOf(incident),
            incident.Summary,
            Milliseconds.Of(incident.OpenedAt),
            incident.Closing is { } closing ? Milliseconds.Of(closing.At) : null,
            incident.Seal,
            string.Join(' ', incident.Contacts.Select(contact => $"{contact.Kind}:{contact.Hash}").Distinct().Order(StringComparer.Ordinal)));
    }
}
