using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Data.Sqlite;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Incidents;
using TechLeakageBot.Training;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Everything in one SQLite file: no server to install, durable, thousands of turns a second.</summary>
internal sealed partial class SqliteStore(SqliteFile file, Retention retention, TimeProvider time, ILogger<SqliteStore> log) : IStore, IOutbox, ITranscripts, IIncidents, IChats, ITrainees, IDisposable
{
    private const int KeyLength = 32;

    private readonly CancellationTokenSource closing = new();
    private readonly SqliteReaders readers = new(file);
    private IDisposable? held;
    private SqliteWriter? writer;
    private Task housekeeping = Task.CompletedTask;

    private SqliteWriter Writer => writer ?? throw new InvalidOperationException($"{file.Path} has not been opened.");

    public async Task OpenAsync(CancellationToken cancel)
    {
        (held, var connection) = SqliteOpening.Open(file);
        writer = new SqliteWriter(connection);
        await TakeOverAsync(cancel);
        housekeeping = KeepHouseAsync(closing.Token);
        log.Opened(file.Path, SqliteSchema.Newest);
    }

    public async Task<Remembered> LoadAsync(ConversationKey key, string messageId, CancellationToken cancel)
    {
        var rows = await ReadAsync(
            reader => reader.Rows(
                SqliteSql.Load,
                row => (Seen: row.GetBoolean(0), Version: row.IsDBNull(1) ? 0 : row.GetInt64(1), State: TextOrNull(row, 2), Profile: TextOrNull(row, 3), Trainee: row.IsDBNull(4) ? null : TraineeOf(new PersonKey(key.Channel, key.Person), row, 4)),
                ("@Channel", key.Channel),
                ("@Person", key.Person),
                ("@Conversation", key.Conversation),
                ("@MessageId", messageId)),
            cancel);
        var (seen, version, state, profile, trainee) = rows[0];
        return new Remembered(
            seen,
            Read(state, Stored.Json.Conversation, Conversation.New, Conversation.Unreadable, log.UnreadableState),
            Read(profile, Stored.Json.Profile, Profile.New, Profile.New, log.UnreadableProfile),
            version)
        {
            Trainee = trainee,
        };
    }

    public async Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        var turn = new SqliteTurn(commit, time.GetUtcNow());
        var outcome = await Writer.RunAsync(turn.Write, cancel);
        if (turn.Forgets && outcome is CommitOutcome.Committed)
            await EmptyLogAsync();
        return outcome;
    }

    public async Task<byte[]> KeyAsync(string name, CancellationToken cancel)
    {
        if (await ReadAsync(reader => reader.Rows(SqliteSql.Key, row => row.GetFieldValue<byte[]>(0), ("@name", name)), cancel) is [var known])
            return known;
        var fresh = RandomNumberGenerator.GetBytes(KeyLength);
        return await Writer.RunAsync(
            statements => statements.Rows($"{SqliteSql.AddKey}; {SqliteSql.Key}", row => row.GetFieldValue<byte[]>(0), ("@name", name), ("@fresh", fresh))[0], cancel);
    }

    /// <summary>Ends when everything that waits has been written.</summary>
    public void Dispose()
    {
        if (closing.IsCancellationRequested)
            return;
        closing.Cancel();
        housekeeping.Wait();
        readers.Dispose();
        writer?.Dispose();
        held?.Dispose();
        closing.Dispose();
    }

    private async Task TakeOverAsync(CancellationToken cancel)
    {
        try
        {
            if (await Writer.RunAsync(SqliteFormerAlerts.Convert, cancel) is > 0 and var count)
                log.AlertsTakenOver(count);
        }
        catch (SqliteException fault)
        {
            throw new StorageUnusableException($"{file.Path}: the alerts of the former version cannot be taken over ({fault.Message}). Make room on the disk, then start again.", fault);
        }
    }

    private static T Read<T>(string? json, JsonTypeInfo<T> type, T missing, T unreadable, Action<string> tell)
        where T : class
    {
        if (json is null)
            return missing;
        if (Stored.Read(json, type, out var fault) is { } value)
            return value;
        tell(fault);
        return unreadable;
    }

    private static string? TextOrNull(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    /// <summary>SQLite reads at once, on the caller's thread.</summary>
    private Task<T> ReadAsync<T>(Func<SqliteStatements, T> read, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested)
            return Task.FromCanceled<T>(cancel);
        try
        {
            return Task.FromResult(readers.Read(read));
        }
        catch (SqliteException fault)
        {
            return Task.FromException<T>(fault);
        }
    }
}
