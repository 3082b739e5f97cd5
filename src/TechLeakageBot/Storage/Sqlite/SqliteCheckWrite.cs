using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Writes a person's answers to the self-check. Everything here runs within the caller's transaction.</summary>
internal static class SqliteCheckWrite
{
    public const string OpenRound =
        """
        INSERT INTO check_round (number, opened) SELECT @round, @at
            WHERE @round = (SELECT COALESCE(MAX(number), 0) + 1 FROM check_round) AND NOT EXISTS (SELECT 1 FROM check_round WHERE closed IS NULL)
        """;

    /// <summary>Whether the round takes answers: it is open, or is the next one while none is open.</summary>
    private const string TakesAnswers =
        """
        SELECT EXISTS (SELECT 1 FROM check_round WHERE number = @round AND closed IS NULL)
            OR (@round = (SELECT COALESCE(MAX(number), 0) + 1 FROM check_round) AND NOT EXISTS (SELECT 1 FROM check_round WHERE closed IS NULL))
        """;

    /// <summary>A new row for the same answer given again, so that the ids tell which came last.</summary>
    private const string Answer =
        """
        INSERT OR REPLACE INTO check_answer (round, item, channel, person, answer, note, link, at)
            VALUES (@round, @item, @channel, @person, @answer, @note, @link, @at)
        """;

    public static bool Fits(SqliteStatements statements, Effect.Check check) => statements.Number(TakesAnswers, ("@round", check.Round)) == 1;

    public static void Add(SqliteStatements statements, Effect.Check check, ConversationKey key, DateTimeOffset now)
    {
        statements.Run(OpenRound, ("@round", check.Round), ("@at", Milliseconds.Of(now)));
        statements.Run(
            Answer,
            ("@round", check.Round),
            ("@item", check.Item),
            ("@channel", key.Channel),
            ("@person", key.Person),
            ("@answer", check.Answer.ToString()),
            ("@note", check.Note),
            ("@link", check.Link),
            ("@at", Milliseconds.Of(now)));
    }
}
