using System.Collections.Concurrent;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Connections that read, kept with their settings and prepared statements; as many as ever read at once.</summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private readonly ConcurrentBag<SqliteStatements> idle = [];

    public T Read<T>(Func<SqliteStatements, T> read)
    {
        var reader = idle.TryTake(out var kept) ? kept : new SqliteStatements(file.OpenReader());
        try
        {
            return read(reader);
        }
        finally
        {
            idle.Add(reader);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var reader))
            reader.Dispose();
    }
}
