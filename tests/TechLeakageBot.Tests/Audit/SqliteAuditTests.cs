using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Audit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Incidents;

namespace TechLeakageBot.Tests.Audit;

/// <summary>What somebody does to the database with a tool of their own, the triggers taken away.</summary>
public sealed class SqliteAuditTests : IAsyncLifetime
{
    private const int Incidents = 6;
    private const int Entries = Incidents * 5;
    private const int Mutations = 1_000;

    private const string WithoutTriggers =
        """
        PRAGMA synchronous = OFF;
        DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_is_kept; DROP TRIGGER audit_entry_follows;
        DROP TRIGGER incident_event_stays; DROP TRIGGER incident_event_is_kept; DROP TRIGGER incident_event_is_new;
        """;

    /// <summary>A column of an entry, and a value that it does not have.</summary>
    private static readonly string[] OtherValues =
    [
        "at = at + 1", "what = what || 'x'", "number = number || '1'", "event = COALESCE(event, 0) + 1", "actor = 'x' || actor",
        "digest = CASE WHEN digest IS NULL THEN x'00' ELSE NULL END", "digest = x'00'", "hash = zeroblob(32)", "hash = x''",
    ];

    private readonly TempFolder folder = new();
    private AuditDigest digest = null!;

    private string Whole => folder.File("bot.db");

    private string Mutated => folder.File("mutated.db");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        using (var store = new SqliteStore(SqliteFile.Of($"Data Source={Whole}"), Retention.Default, new FakeTimeProvider(Reported.At), NullLogger<SqliteStore>.Instance))
        {
            await store.OpenAsync(Cancel);
            for (var i = 1; i <= Incidents; i++)
            {
                var change = Reported.Change($"TL-2026-{i:0000}", Reported.Opened($"words {i}"));
                await CommitAsync(store, change);
                foreach (var happened in new IncidentEvent[] { new IncidentEvent.Acknowledged(), new IncidentEvent.Noted($"note {i}"), new IncidentEvent.Asked("who?") })
                    await CommitAsync(store, change = Reported.Next(change.After, happened));
                await store.WitnessAsync(new Effect.Witness(change.Number, Witnessed.Viewed, "a"), Reported.At, Cancel);
            }

            digest = (await store.DigestAsync(Cancel))!;
        }

        Run(Whole, "PRAGMA journal_mode = DELETE");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void What_nobody_touched_is_intact()
    {
        var (entries, faults) = Verify("SELECT 1", digest);
        Assert.Equal(Entries, entries);
        Assert.Empty(faults);
    }

    [Fact]
    public void The_database_itself_refuses_to_change_or_delete_what_was_written()
    {
        string[] attempts =
        [
            "UPDATE audit_entry SET actor = 'x'", "DELETE FROM audit_entry", "UPDATE incident_event SET recorded = '{}'", "DELETE FROM incident_event",
            "INSERT OR REPLACE INTO audit_entry SELECT sequence, at, what, number, event, 'x', digest, hash FROM audit_entry WHERE sequence = 1",
            "INSERT OR REPLACE INTO incident_event SELECT number, event, '{}', salt FROM incident_event",
        ];
        foreach (var sql in attempts)
            Assert.Throws<SqliteException>(() => Run(Whole, sql));
    }

    [Fact]
    public void A_thousand_mutations_are_all_found()
    {
        var random = new Random(20261120);
        for (var i = 0; i < Mutations; i++)
        {
            var sql = Mutation(random);
            Assert.True(Verify(sql, digest).Faults.Count > 0, $"Mutation {i} was not found: {sql}");
        }
    }

    [Fact]
    public void An_audit_that_was_cut_off_is_found_by_the_digest_alone()
    {
        var cut = $"DELETE FROM audit_entry WHERE sequence = {Entries}";
        Assert.Empty(Verify(cut).Faults);
        Assert.Contains("cut off", Assert.Single(Verify(cut, digest).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void An_audit_whose_hashes_were_made_anew_is_found_by_the_digest_alone()
    {
        using var reader = new SqliteStatements(SqliteFile.Of($"Data Source={Whole}").OpenReader());
        var before = reader.Rows($"SELECT hash FROM audit_entry WHERE sequence = {Entries - 1}", row => row.GetFieldValue<byte[]>(0))[0];
        var entry = AuditEntry.After(before, Entries, 0, Audited.Viewed, "TL-2026-0001", null, "somebody else", null);
        var forged = $"UPDATE audit_entry SET at = 0, number = '{entry.Number}', actor = '{entry.Actor}', hash = x'{Convert.ToHexString(entry.Hash)}' WHERE sequence = {Entries}";
        Assert.Empty(Verify(forged).Faults);
        Assert.Contains("rewritten", Assert.Single(Verify(forged, digest).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_shows_something_else_than_the_events_is_found()
    {
        Assert.Single(Verify("UPDATE incident SET summary = 'harmless' WHERE number = 'TL-2026-0003'").Faults);
        Assert.Single(Verify("DELETE FROM incident WHERE number = 'TL-2026-0003'").Faults);
    }

    private static async Task CommitAsync(SqliteStore store, IncidentChange change) => Assert.True(await store.CommitAsync(change, Reported.At, Cancel));

    private static string Mutation(Random random)
    {
        var (one, other) = (random.Next(Entries) + 1, random.Next(Entries - 1) + 1);
        if (other >= one)
            other++;
        var (number, first) = ($"TL-2026-{random.Next(Incidents) + 1:0000}", random.Next(4) + 1);
        var second = (first % 4) + 1;
        var here = $"number = '{number}' AND event = {first}";
        return random.Next(10) switch
        {
            0 => $"UPDATE incident_event SET recorded = SUBSTR(recorded, 1, {random.Next(200)}) || '~' WHERE {here}",
            1 => $"UPDATE incident_event SET salt = zeroblob(32) WHERE {here}",
            2 => $"DELETE FROM incident_event WHERE {here}",
            3 => $"INSERT INTO incident_event SELECT number, {random.Next(5, 9)}, recorded, salt FROM incident_event WHERE {here}",
            4 => $"UPDATE incident_event SET event = CASE event WHEN {first} THEN -{second} ELSE -{first} END WHERE number = '{number}' AND event IN ({first}, {second}); UPDATE incident_event SET event = -event WHERE event < 0",
            5 or 6 => $"UPDATE audit_entry SET {OtherValues[random.Next(OtherValues.Length)]} WHERE sequence = {one}",
            7 => $"DELETE FROM audit_entry WHERE sequence = {one}; {(random.Next(2) == 0 ? "SELECT 1" : Moved(one, -1))}",
            8 => $"{Moved(one, 1)}; INSERT INTO audit_entry SELECT {one + 1}, at, what, number, event, actor, digest, hash FROM audit_entry WHERE sequence = {one}",
            _ => $"UPDATE audit_entry SET sequence = CASE sequence WHEN {one} THEN -{other} ELSE -{one} END WHERE sequence IN ({one}, {other}); UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0",
        };
    }

    /// <summary>Gives the entries after one other numbers.</summary>
    private static string Moved(int after, int by) =>
        $"UPDATE audit_entry SET sequence = -(sequence + {by}) WHERE sequence > {after}; UPDATE audit_entry SET sequence = -sequence WHERE sequence < 0";

    private (int Entries, IReadOnlyList<string> Faults) Verify(string mutation, params AuditDigest[] witnesses)
    {
        File.Copy(Whole, Mutated, overwrite: true);
        Run(Mutated, $"{WithoutTriggers} {mutation}");
        return SqliteAudit.Verify(SqliteFile.Of($"Data Source={Mutated}"), witnesses);
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
