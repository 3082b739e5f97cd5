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

    private const string After =
        """
        SELECT sequence, json FROM transcript
        WHERE conversation = @conversation AND sequence > @sequence AND json IS NOT NULL ORDER BY sequence LIMIT @most
        """;

    public Task<long> AppendAsync(string conversation, string activityId, string json, DateTimeOffset at, CancellationToken cancel) => Writer.RunAsync(
        statements => statements.Number(
            Append, ("@conversation", conversation), ("@activityId", activityId), ("@json", json), ("@at", Milliseconds.Of(at))),
        cancel);

    public async Task<IReadOnlyList<(long Sequence, string Json)>> AfterAsync(string conversation, long sequence, int most, CancellationToken cancel) =>
        await ReadAsync(
            reader => reader.Rows(
                After, row => (row.GetInt64(0), row.GetString(1)), ("@conversation", conversation), ("@sequence", sequence), ("@most", most)),
            cancel);
}
