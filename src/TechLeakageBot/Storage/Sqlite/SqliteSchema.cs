using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace TechLeakageBot.Storage.Sqlite;

/// <summary>
/// The numbered scripts of <c>Schema/</c>. A database keeps the number of its last one in <c>PRAGMA user_version</c>. A script that
/// was released is never edited; a change is a new script.
/// </summary>
internal static class SqliteSchema
{
    /// <summary>Marks a file as this bot's own: "TLBt".</summary>
    public const int ApplicationId = 0x544C4274;

    private const string Folder = "Schema/";

    private static readonly Assembly Program = typeof(SqliteSchema).Assembly;

    private static readonly (int Number, string Resource)[] Scripts = [.. Program.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .Select(name => (Number: int.Parse(name.AsSpan(Folder.Length, 3), NumberStyles.None, CultureInfo.InvariantCulture), name))
        .OrderBy(script => script.Number)];

    public static int Newest => Scripts[^1].Number;

    /// <summary>Applies the scripts that the database has not seen, each in a transaction of its own.</summary>
    public static void BringUpToDate(SqliteConnection connection)
    {
        var version = connection.Number("PRAGMA user_version");
        foreach (var (number, resource) in Scripts.Where(script => script.Number > version))
        {
            using var transaction = connection.BeginTransaction();
            connection.Run($"{Text(resource)}\nPRAGMA application_id = {ApplicationId}; PRAGMA user_version = {number};", transaction);
            transaction.Commit();
        }
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(Program.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
