using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>
/// Makes incidents of the alerts that a database of schema 1 still held, sent or set aside, so that none is lost in the upgrade. What
/// cannot be read stays where it is and counts as an alert that waits.
/// </summary>
internal static class SqliteFormerAlerts
{
    private const string Former =
        """
        SELECT id, payload, created FROM outbox
        WHERE kind = 'alert' AND json_valid(payload) AND json_extract(payload, '$.number') IS NULL ORDER BY id
        """;

    private const string Delete = "DELETE FROM outbox WHERE id = @id";

    /// <summary>Runs within the caller's transaction; a second time it finds nothing to do.</summary>
    /// <returns>How many became incidents.</returns>
    public static int Convert(SqliteStatements statements)
    {
        var converted = 0;
        foreach (var (id, payload, created) in statements.Rows(Former, row => (row.GetInt64(0), row.GetString(1), Milliseconds.Time(row.GetInt64(2)))))
        {
            if (Stored.Read(payload, Stored.Json.FormerAlert, out _) is not { } alert)
                continue;
            var year = IncidentNumber.YearOf(created);
            var change = alert.ToIncident(IncidentNumber.Format(year, (int)statements.Number(SqliteIncidentWrite.Count, ("@year", year)) + 1), created);
            SqliteIncidentWrite.Add(statements, change);
            foreach (var effect in change.Effects)
                OutboxEntry.Of(effect, reporter: null, created).Add(statements);
            statements.Run(Delete, ("@id", id));
            converted++;
        }

        return converted;
    }
}
