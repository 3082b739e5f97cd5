using Dapper;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    private const string Append =
        """
        INSERT INTO transcript (conversation, sequence, activity_id, json, at)
            SELECT @conversation, COALESCE(MAX(sequence), 0) + 1, @activityId, @json, @at FROM transcript WHERE conversation = @conversation
            ON CONFLICT (conversation, activity_id) DO NOTHING;
        SELECT sequence FROM transcript WHERE conversation = @conversation AND activity_id = @activityId;
        """;

    public Task<long> AppendAsync(string conversation, string activityId, string json, DateTimeOffset at, CancellationToken cancel) => Writer.RunAsync(
        connection => connection.ExecuteScalar<long>(Append, new { conversation, activityId, json, at = Milliseconds.Of(at) }), cancel);

    public async Task<IReadOnlyList<(long Sequence, string Json)>> AfterAsync(string conversation, long sequence, int most, CancellationToken cancel)
    {
        using var connection = file.OpenReader();
        return (await connection.QueryAsync<(long, string)>(new CommandDefinition(
            "SELECT sequence, json FROM transcript WHERE conversation = @conversation AND sequence > @sequence AND json IS NOT NULL ORDER BY sequence LIMIT @most",
            new { conversation, sequence, most },
            cancellationToken: cancel))).AsList();
    }
}
