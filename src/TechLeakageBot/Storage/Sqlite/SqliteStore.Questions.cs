using System.Text.Json;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore : IQuestions
{
    private const string NewestQuestions = "SELECT at, language, question, offered FROM unanswered_question ORDER BY id DESC LIMIT @most";

    public async Task<IReadOnlyList<UnansweredQuestion>> QuestionsAsync(int most, CancellationToken cancel) => await ReadAsync(
        reader => reader.Rows(
            NewestQuestions,
            row => new UnansweredQuestion(
                DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetString(1), row.GetString(2),
                JsonSerializer.Deserialize(row.GetString(3), Stored.Json.IReadOnlyListString) ?? []),
            ("@most", most)),
        cancel);
}
