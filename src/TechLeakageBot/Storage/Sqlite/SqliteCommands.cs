using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TechLeakageBot.Storage.Sqlite;

internal static class SqliteCommands
{
    public static void Run(this SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Number(this SqliteConnection connection, string sql) => Convert.ToInt64(Scalar(connection, sql), CultureInfo.InvariantCulture);

    public static string Word(this SqliteConnection connection, string sql) => Convert.ToString(Scalar(connection, sql), CultureInfo.InvariantCulture) ?? "";

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
