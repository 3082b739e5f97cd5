using TechLeakageBot.Audit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    private const string Events = "SELECT recorded FROM incident_event WHERE number = @number ORDER BY event";
    private const string Lines = "SELECT number, line FROM incident ORDER BY opened DESC, number DESC";
    private const string DueIncidents = "SELECT number FROM incident WHERE due <= @now ORDER BY due";
    private const string NextDeadline = "SELECT MIN(due) FROM incident WHERE due IS NOT NULL";
    private const string SetDeadline = "UPDATE incident SET due = @due WHERE number = @number";
    private const string NumberOfSeal = "SELECT number FROM incident WHERE seal = @seal";

    private const string EarlierOfContact =
        """
        SELECT COUNT(DISTINCT other.number) FROM incident_contact AS own
        JOIN incident_contact AS other ON other.kind = own.kind AND other.hash = own.hash AND other.number <> own.number
        WHERE own.number = @number
        """;

    private const string Entries = $"{SqliteAudit.SelectEntries} WHERE sequence > @after ORDER BY sequence LIMIT @most";

    public async Task<Incident?> FindAsync(string number, CancellationToken cancel)
    {
        var stored = await ReadAsync(reader => reader.Rows(Events, row => row.GetString(0), ("@number", number)), cancel);
        if (stored.Count == 0)
            return null;
        if (StoredIncident.Read(number, stored, out var fault) is { } incident)
            return incident;
        log.UnreadableIncident(number, fault);
        throw new IncidentUnreadableException(number);
    }

    public async Task<string> NextNumberAsync(int year, CancellationToken cancel) =>
        IncidentNumber.Format(year, (int)await ReadAsync(reader => reader.Number(SqliteIncidentWrite.Count, ("@year", year)), cancel) + 1);

    public Task<bool> CommitAsync(IncidentChange change, DateTimeOffset now, CancellationToken cancel)
    {
        OutboxEntry[] entries = [.. change.Effects.Select(effect => OutboxEntry.Of(effect, change.After.Reporter, now))];
        return Writer.RunAsync(
            statements =>
            {
                if (!SqliteIncidentWrite.Add(statements, change))
                    return false;
                foreach (var entry in entries)
                    entry.Add(statements);
                return true;
            },
            cancel);
    }

    public async Task<IReadOnlyList<IncidentLine>> ListAsync(CancellationToken cancel)
    {
        List<IncidentLine> lines = [];
        foreach (var (number, stored) in await ReadAsync(reader => reader.Rows(Lines, row => (row.GetString(0), row.GetString(1))), cancel))
        {
            if ((Stored.Read(stored, Stored.Json.IncidentLine, out _) ?? await LineOfEventsAsync(number, cancel)) is { } line)
                lines.Add(line);
        }

        return lines;
    }

    /// <summary>Null where the events cannot be read either.</summary>
    private async Task<IncidentLine?> LineOfEventsAsync(string number, CancellationToken cancel)
    {
        try
        {
            return await FindAsync(number, cancel) is { } incident ? IncidentLine.Of(incident) : null;
        }
        catch (IncidentUnreadableException)
        {
            // The log has it by now; one incident must not hide the others.
            return null;
        }
    }

    public async Task<IReadOnlyList<string>> DueAsync(DateTimeOffset now, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(DueIncidents, row => row.GetString(0), ("@now", now.ToUnixTimeMilliseconds())), cancel);

    public Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel) => ReadTimeAsync(NextDeadline, cancel);

    public Task SetDueAsync(string number, DateTimeOffset? due, CancellationToken cancel) => Writer.RunAsync(
        statements => statements.Run(SetDeadline, ("@number", number), ("@due", due is { } at ? Milliseconds.Of(at) : null)), cancel);

    public async Task<Incident?> BySealAsync(string seal, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(NumberOfSeal, row => row.GetString(0), ("@seal", seal)), cancel) is [var number] ? await FindAsync(number, cancel) : null;

    public async Task<int> EarlierOfContactAsync(string number, CancellationToken cancel) =>
        (int)await ReadAsync(reader => reader.Number(EarlierOfContact, ("@number", number)), cancel);

    public Task WitnessAsync(Effect.Witness witness, DateTimeOffset now, CancellationToken cancel) => Writer.RunAsync(
        statements =>
        {
            SqliteIncidentWrite.Witness(statements, witness, now);
            return true;
        },
        cancel);

    public async Task<AuditDigest?> DigestAsync(CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(SqliteIncidentWrite.NewestEntry, row => new AuditDigest(row.GetInt64(0), row.GetFieldValue<byte[]>(1))), cancel) is [var newest] ? newest : null;

    public async Task<IReadOnlyList<AuditEntry>> EntriesAsync(long after, int most, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(Entries, SqliteAudit.Entry, ("@after", after), ("@most", most)), cancel);
}
