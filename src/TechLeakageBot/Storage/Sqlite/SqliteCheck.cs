using System.Buffers.Binary;
using System.Text;
using Microsoft.Data.Sqlite;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>Looks at a file before anything is written: is it this bot's own, whole, and not from a newer version?</summary>
internal static class SqliteCheck
{
    private const int HeaderLength = 100;
    private const int ApplicationIdOffset = 68;

    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("SQLite format 3\0");

    /// <exception cref="StorageUnusableException">It must not be written to. It is as it was, byte for byte.</exception>
    public static void ThrowIfUnusable(SqliteFile file)
    {
        if (!File.Exists(file.Path) || Header(file.Path) is not { Length: > 0 } header)
            return;
        if (!header.AsSpan().StartsWith(Magic))
            throw Unusable(file, "it is not a SQLite database", "Name another file in Storage:ConnectionString, or move this one away.");
        if (header.Length < HeaderLength)
            throw Damaged(file, "its header is cut off");
        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdOffset)) != SqliteSchema.ApplicationId)
            throw Unusable(file, "it is the database of another program", "Name another file in Storage:ConnectionString.");
        try
        {
            ReadThrough(file);
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            throw Damaged(file, fault.Message, fault);
        }
    }

    private static void ReadThrough(SqliteFile file)
    {
        using var connection = file.OpenReader();
        var version = connection.Number("PRAGMA user_version");
        if (version > SqliteSchema.Newest)
        {
            throw Unusable(
                file,
                $"a newer TechLeakageBot has written it (schema {version}; this program knows up to {SqliteSchema.Newest})",
                "Run the newer program, or name another file in Storage:ConnectionString.");
        }

        if (connection.Word("PRAGMA quick_check(1)") is var finding && finding != "ok")
            throw Damaged(file, finding);
    }

    /// <summary>The first bytes; fewer where the file is shorter.</summary>
    private static byte[] Header(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var header = new byte[HeaderLength];
        return header[..stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false)];
    }

    private static StorageUnusableException Damaged(SqliteFile file, string finding, Exception? inner = null) =>
        Unusable(file, $"the database is damaged ({finding})", "Put back a backup, or move the file away to begin with an empty one.", inner);

    private static StorageUnusableException Unusable(SqliteFile file, string wrong, string remedy, Exception? inner = null) =>
        new($"{file.Path}: {wrong}. Nothing was changed. {remedy}", inner);
}
