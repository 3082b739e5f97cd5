using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>
/// Held as long as a bot uses the database: two of them would deliver every answer twice. The operating system lets go of it when
/// the process ends, however it ends; the empty file stays.
/// </summary>
internal static class SqliteLock
{
    /// <exception cref="StorageUnusableException">Another process holds it, or the folder cannot be written.</exception>
    public static IDisposable Take(SqliteFile file)
    {
        var path = file.Path + ".lock";
        try
        {
            return new FileStream(path, PrivateFile.Options(FileMode.OpenOrCreate, FileShare.None));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnusableException(
                $"{file.Path}: {path} cannot be locked ({fault.Message}). If another TechLeakageBot uses this database, stop it or give "
                + "this one another Storage:ConnectionString; else let this account write to the folder.",
                fault);
        }
    }
}
