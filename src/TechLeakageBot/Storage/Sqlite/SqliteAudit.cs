using Microsoft.Data.Sqlite;
using TechLeakageBot.Audit;
using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Reads the whole audit of a database that is not written to, beside a bot that may be running.</summary>
internal static class SqliteAudit
{
    private const string AllEntries = "SELECT sequence, at, what, number, event, actor, digest, hash FROM audit_entry ORDER BY sequence";
    private const string AllEvents = "SELECT number, event, recorded, salt FROM incident_event ORDER BY number, event";
    private const string AllIncidents = "SELECT number, version, line, summary FROM incident";

    /// <param name="witnesses">Digests that were written outside the database.</param>
    /// <returns>How many entries there are, and what is wrong with them.</returns>
    public static (int Entries, IReadOnlyList<string> Faults) Verify(SqliteFile file, IReadOnlyList<AuditDigest> witnesses)
    {
        using var connection = file.OpenReader();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var reader = new SqliteStatements(connection);
        var entries = reader.Rows(AllEntries, Entry);
        var events = reader.Rows(AllEvents, row => new StoredEvent(row.GetString(0), row.GetInt64(1), row.GetString(2), row.GetFieldValue<byte[]>(3)));
        var incidents = reader.Rows(AllIncidents, row => (Number: row.GetString(0), Version: row.GetInt64(1), Line: row.GetString(2), Summary: row.GetString(3)));
        return (
            entries.Count,
            [
                .. AuditVerification.Faults(entries, events, witnesses),
                .. Differing(events, incidents.ToDictionary(incident => incident.Number, incident => (incident.Version, incident.Line, incident.Summary))),
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

    /// <summary>The lines of the list that do not come to what the events say.</summary>
    private static IEnumerable<string> Differing(IEnumerable<StoredEvent> events, Dictionary<string, (long Version, string Line, string Summary)> lines)
    {
        foreach (var group in events.GroupBy(known => known.Number))
        {
            if (!lines.Remove(group.Key, out var line))
                yield return $"{group.Key}: the incident is missing in the list, though its events are there.";
            else if (Folded(group) is not { } incident || (incident.Version, SqliteIncidentWrite.LineOf(incident), incident.Summary) != line)
                yield return $"{group.Key}: the list shows something else than its events say.";
        }

        foreach (var extra in lines.Keys)
            yield return $"{extra}: the list shows an incident that has no events.";
    }

    /// <summary>Null where the events do not make an incident any more.</summary>
    private static Incident? Folded(IGrouping<string, StoredEvent> events)
    {
        List<Recorded> read = [];
        foreach (var known in events)
        {
            if (Stored.Read(known.Stored, Stored.Json.Recorded, out _) is not { } recorded)
                return null;
            read.Add(recorded);
        }

        try
        {
            return IncidentFold.Of(events.Key, read);
        }
        catch (ArgumentException)
        {
            // The events were tampered with so that they do not follow on one another.
            return null;
        }
    }
}
