using Microsoft.Data.Sqlite;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>From a path to a connection that may write: the folder is made, the file checked, the schema brought up to date.</summary>
internal static class SqliteOpening
{
    /// <exception cref="StorageUnusableException">The message says which file, what is wrong and what to do.</exception>
    public static (IDisposable Lock, SqliteConnection Connection) Open(SqliteFile file)
    {
        IDisposable? held = null;
        SqliteConnection? connection = null;
        try
        {
            PrivateFile.CreateFolder(Path.GetDirectoryName(file.Path)!);
            held = SqliteLock.Take(file);
            SqliteCheck.ThrowIfUnusable(file);
            if (!File.Exists(file.Path))
                new FileStream(file.Path, PrivateFile.Options(FileMode.CreateNew, FileShare.ReadWrite)).Dispose();
            connection = file.OpenWriter();
            SqliteSchema.BringUpToDate(connection);
            if (connection.Word("PRAGMA journal_mode = WAL") is var mode && mode != "wal")
                throw Unusable(file, $"SQLite cannot keep a write-ahead log here (journal mode '{mode}')");
            return (held, connection);
        }
        catch (Exception fault)
        {
            connection?.Dispose();
            held?.Dispose();
            if (fault is IOException or UnauthorizedAccessException or SqliteException)
                throw Unusable(file, $"the database cannot be opened ({fault.Message})", fault);
            throw;
        }
    }

    private static StorageUnusableException Unusable(SqliteFile file, string wrong, Exception? inner = null) =>
        new($"{file.Path}: {wrong}. Name a file on a local disk that this account may write in Storage:ConnectionString.", inner);
}
