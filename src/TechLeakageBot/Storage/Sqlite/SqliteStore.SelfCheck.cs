using Microsoft.Data.Sqlite;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.SelfCheck;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore : ISelfChecks
{
    private const string Rounds = "SELECT number, opened, closed FROM check_round ORDER BY number";
    private const string AnswerCounts = "SELECT round, item, answer, COUNT(*) FROM check_answer GROUP BY round, item, answer";
    private const string LastSettlements =
        "SELECT round, id, item, answer, note, link, responsible, officer, at FROM check_settlement WHERE id IN (SELECT MAX(id) FROM check_settlement GROUP BY round, item)";
    private const string AllSettlements =
        "SELECT round, id, item, answer, note, link, responsible, officer, at FROM check_settlement WHERE round = @round ORDER BY id";
    private const string OwnAnswers =
        """
        SELECT item, answer, note, link, at FROM check_answer
        WHERE channel = @channel AND person = @person AND round IN (SELECT number FROM check_round WHERE closed IS NULL) ORDER BY id
        """;
    private const string AnswersWithNotes = "SELECT item, answer, note, link, at FROM check_answer WHERE round = @round AND (note <> '' OR link <> '') ORDER BY id";
    private const string IncidentTopics =
        """
        SELECT json_extract(line, '$.topic'), json_extract(line, '$.similarCase'), COUNT(*) FROM incident
        WHERE json_valid(line) AND json_extract(line, '$.topic') IS NOT NULL AND COALESCE(json_extract(line, '$.outcome'), '') <> 'FalseAlarm' GROUP BY 1, 2
        """;
    private const string NextRound = "SELECT COALESCE(MAX(number), 0) + 1 FROM check_round";
    private const string IsRoundOpen = "SELECT EXISTS (SELECT 1 FROM check_round WHERE number = @round AND closed IS NULL)";
    private const string LeaveOutPersons = "UPDATE check_answer SET channel = '', person = id WHERE round = @round";
    private const string CloseRound = "UPDATE check_round SET closed = @at WHERE number = @round";
    private const string LastOfItem = "SELECT COALESCE(MAX(id), 0) FROM check_settlement WHERE round = @round AND item = @item";
    private const string Settle =
        """
        INSERT INTO check_settlement (round, item, answer, note, link, responsible, officer, at)
            VALUES (@round, @item, @answer, @note, @link, @responsible, @officer, @at)
        """;

    public async Task<IReadOnlyList<CheckSheet>> SheetsAsync(CancellationToken cancel) => await ReadAsync(
        reader =>
        {
            var counts = reader.Rows(AnswerCounts, row => (Round: row.GetInt32(0), Item: row.GetString(1), Answer: Enum.Parse<CheckAnswer>(row.GetString(2)), Persons: row.GetInt32(3)))
                .ToLookup(count => count.Round);
            var settled = reader.Rows(LastSettlements, row => (Round: row.GetInt32(0), Settlement: SettlementOf(row))).ToLookup(found => found.Round, found => found.Settlement);
            return reader.Rows(Rounds, row => new CheckRound(row.GetInt32(0), Milliseconds.Time(row.GetInt64(1)), row.IsDBNull(2) ? null : Milliseconds.Time(row.GetInt64(2))))
                .ConvertAll(round => new CheckSheet(
                    round,
                    [.. counts[round.Number].GroupBy(count => count.Item).Select(item => item.Aggregate(ItemCounts.Of(item.Key), (sum, count) => sum.Add(count.Answer, count.Persons)))],
                    [.. settled[round.Number]]));
        },
        cancel);

    public async Task<IReadOnlyList<OwnAnswer>> OwnAsync(string channel, string person, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(OwnAnswers, AnswerOf, ("@channel", channel), ("@person", person)), cancel);

    public async Task<IReadOnlyList<OwnAnswer>> NotesAsync(int round, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(AnswersWithNotes, AnswerOf, ("@round", round)), cancel);

    public async Task<IReadOnlyList<Settlement>> SettlementsAsync(int round, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(AllSettlements, SettlementOf, ("@round", round)), cancel);

    public async Task<IncidentTally> IncidentsAsync(CancellationToken cancel) =>
        new(await ReadAsync(reader => reader.Rows(IncidentTopics, row => new TopicCount(row.GetString(0), TextOrNull(row, 1), row.GetInt32(2))), cancel));

    public Task<int?> OpenRoundAsync(CancellationToken cancel) => Writer.RunAsync(
        statements => (int)statements.Number(NextRound) is var next
            && statements.Run(SqliteCheckWrite.OpenRound, ("@round", next), ("@at", Milliseconds.Of(time.GetUtcNow()))) == 1 ? next : (int?)null,
        cancel);

    public async Task<bool> CloseRoundAsync(int round, CancellationToken cancel)
    {
        var closed = await Writer.RunAsync(
            statements =>
            {
                if (statements.Number(IsRoundOpen, ("@round", round)) == 0)
                    return false;
                statements.Run(LeaveOutPersons, ("@round", round));
                return statements.Run(CloseRound, ("@round", round), ("@at", Milliseconds.Of(time.GetUtcNow()))) == 1;
            },
            cancel);
        if (closed)
            await EmptyLogAsync();
        return closed;
    }

    public Task<SettleOutcome> SettleAsync(int round, Settlement settlement, CancellationToken cancel) => Writer.RunAsync(
        statements =>
        {
            if (statements.Number(IsRoundOpen, ("@round", round)) == 0)
                return SettleOutcome.NotOpen;
            if (statements.Number(LastOfItem, ("@round", round), ("@item", settlement.Item)) != settlement.Id)
                return SettleOutcome.Overtaken;
            statements.Run(
                Settle,
                ("@round", round),
                ("@item", settlement.Item),
                ("@answer", settlement.Answer?.ToString()),
                ("@note", settlement.Note),
                ("@link", settlement.Link),
                ("@responsible", settlement.Responsible),
                ("@officer", settlement.By),
                ("@at", Milliseconds.Of(settlement.At)));
            return SettleOutcome.Settled;
        },
        cancel);

    private static OwnAnswer AnswerOf(SqliteDataReader row) =>
        new(row.GetString(0), Enum.Parse<CheckAnswer>(row.GetString(1)), row.GetString(2), row.GetString(3), Milliseconds.Time(row.GetInt64(4)));

    private static Settlement SettlementOf(SqliteDataReader row) => new(
        row.GetInt64(1), row.GetString(2), TextOrNull(row, 3) is { } answer ? Enum.Parse<CheckAnswer>(answer) : null, row.GetString(4), row.GetString(5), row.GetString(6),
        row.GetString(7), Milliseconds.Time(row.GetInt64(8)));
}
