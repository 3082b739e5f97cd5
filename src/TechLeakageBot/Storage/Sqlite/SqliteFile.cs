using System.Data.Common;
using Microsoft.Data.Sqlite;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Which file <c>Storage:ConnectionString</c> names, and how connections to it are opened.</summary>
internal sealed class SqliteFile
{
    public const string DefaultConnectionString = "Data Source=data/bot.db";

    private const int BusyTimeoutSeconds = 5;

    /// <summary>Without the second one SQLite puts what a savepoint may have to undo, pages with message text, into files under /var/tmp.</summary>
    private static readonly string EveryConnection = $"PRAGMA busy_timeout = {BusyTimeoutSeconds * 1000}; PRAGMA temp_store = MEMORY;";

    private SqliteFile(string path) => Path = path;

    /// <summary>Absolute.</summary>
    public string Path { get; }

    /// <exception cref="SettingsException">It names no file, or holds more than the file's name.</exception>
    public static SqliteFile Of(string? connectionString)
    {
        connectionString = string.IsNullOrWhiteSpace(connectionString) ? DefaultConnectionString : connectionString;
        if (Source(connectionString) is not { } source || source.Contains('\0') || source.StartsWith(':')
            || source.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
        {
            throw new SettingsException(
                "Storage:ConnectionString: for Storage:Provider=Sqlite this is 'Data Source=' and the path of a file, nothing else, "
                + $"such as '{DefaultConnectionString}'.");
        }

        return new SqliteFile(System.IO.Path.GetFullPath(source));
    }

    /// <summary>The one connection that writes.</summary>
    public SqliteConnection OpenWriter() => Open(SqliteOpenMode.ReadWriteCreate, "PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA foreign_keys = ON;");

    public SqliteConnection OpenReader() => Open(SqliteOpenMode.ReadOnly, "");

    private SqliteConnection Open(SqliteOpenMode mode, string pragmas)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = BusyTimeoutSeconds,
        }.ConnectionString);
        try
        {
            connection.Open();
            connection.Run(EveryConnection + pragmas);
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static string? Source(string connectionString)
    {
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
            return parts.Count == 1 && new SqliteConnectionStringBuilder(connectionString).DataSource is { Length: > 0 } source
                ? source
                : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
