using System.Security.Cryptography;
using System.Text.Json.Serialization.Metadata;
using Dapper;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Everything in one SQLite file: no server to install, durable, thousands of turns a second.</summary>
internal sealed partial class SqliteStore(SqliteFile file, TimeProvider time, ILogger<SqliteStore> log) : IStore, IOutbox, ITranscripts, IDisposable
{
    private const int KeyLength = 32;

    private readonly CancellationTokenSource closing = new();
    private IDisposable? held;
    private SqliteWriter? writer;
    private byte[] auditKey = [];
    private Task housekeeping = Task.CompletedTask;

    private SqliteWriter Writer => writer ?? throw new InvalidOperationException($"{file.Path} has not been opened.");

    public async Task OpenAsync(CancellationToken cancel)
    {
        (held, var connection) = SqliteOpening.Open(file);
        writer = new SqliteWriter(connection);
        auditKey = await KeyAsync("audit", cancel);
        housekeeping = KeepHouseAsync(closing.Token);
        log.Opened(file.Path, SqliteSchema.Newest);
    }

    public async Task<bool> HasSeenAsync(ConversationKey key, string messageId, CancellationToken cancel)
    {
        using var connection = file.OpenReader();
        return await connection.ExecuteScalarAsync<bool>(
            new CommandDefinition(SqliteSql.HasSeen, new { key.Channel, key.Person, key.Conversation, MessageId = messageId }, cancellationToken: cancel));
    }

    public async Task<Remembered> LoadAsync(ConversationKey key, CancellationToken cancel)
    {
        using var connection = file.OpenReader();
        var row = await connection.QuerySingleAsync<LoadedRow>(
            new CommandDefinition(SqliteSql.Load, new { key.Channel, key.Person, key.Conversation }, cancellationToken: cancel));
        return new Remembered(
            Read(row.State, Stored.Json.Conversation, Conversation.New, Conversation.Unreadable, log.UnreadableState),
            Read(row.Profile, Stored.Json.Profile, Profile.New, Profile.New, log.UnreadableProfile),
            row.Version ?? 0);
    }

    public async Task<CommitOutcome> CommitAsync(TurnCommit commit, CancellationToken cancel)
    {
        var turn = new SqliteTurn(commit, time.GetUtcNow(), auditKey);
        var outcome = await Writer.RunAsync(turn.Write, cancel);
        if (turn.Forgets && outcome is CommitOutcome.Committed)
            await EmptyLogAsync();
        return outcome;
    }

    public async Task<byte[]> KeyAsync(string name, CancellationToken cancel)
    {
        using (var reader = file.OpenReader())
        {
            if (await reader.ExecuteScalarAsync<byte[]?>(new CommandDefinition(SqliteSql.Key, new { name }, cancellationToken: cancel)) is { } known)
                return known;
        }

        var fresh = RandomNumberGenerator.GetBytes(KeyLength);
        return await Writer.RunAsync(connection => connection.QuerySingle<byte[]>($"{SqliteSql.AddKey}; {SqliteSql.Key}", new { name, fresh }), cancel);
    }

    /// <summary>Ends when everything that waits has been written.</summary>
    public void Dispose()
    {
        if (closing.IsCancellationRequested)
            return;
        closing.Cancel();
        housekeeping.Wait();
        writer?.Dispose();
        file.CloseReaders();
        held?.Dispose();
        closing.Dispose();
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

    private sealed record LoadedRow(long? Version, string? State, string? Profile);
}
