using System.Text;
using Microsoft.Data.Sqlite;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Tests.Storage;

/// <summary>A database behind its store's back, as somebody has it who may write the file.</summary>
internal static class RawDatabase
{
    public const string WithoutTriggers =
        """
        DROP TRIGGER audit_entry_stays; DROP TRIGGER audit_entry_is_kept; DROP TRIGGER audit_entry_follows;
        DROP TRIGGER incident_event_stays; DROP TRIGGER incident_event_is_kept; DROP TRIGGER incident_event_is_new
        """;

    public static int Run(SqliteFile file, string sql)
    {
        using var connection = file.OpenWriter();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteNonQuery();
    }

    /// <summary>Every row of every table, its values with a bar on either side.</summary>
    public static IReadOnlyList<(string Table, string Row)> Dump(SqliteFile file)
    {
        using var connection = file.OpenReader();
        List<(string, string)> rows = [];
        foreach (var table in Rows(connection, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"))
            rows.AddRange(Rows(connection, $"SELECT * FROM {table.Trim('|')}").Select(row => (table.Trim('|'), row)));
        return rows;
    }

    /// <summary>What the database and its log hold on the disk.</summary>
    public static string Bytes(SqliteFile file)
    {
        var all = new StringBuilder();
        foreach (var path in new[] { file.Path, $"{file.Path}-wal" }.Where(File.Exists))
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            all.Append(reader.ReadToEnd());
        }

        return all.ToString();
    }

    private static List<string> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> rows = [];
        while (reader.Read())
            rows.Add($"|{string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] blob ? Convert.ToHexStringLower(blob) : $"{reader.GetValue(i)}"))}|");
        return rows;
    }
}
