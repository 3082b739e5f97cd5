using TechLeakageBot.Audit;
using TechLeakageBot.Storage.Sqlite;

namespace TechLeakageBot.Storage;

/// <summary>The audit's digests outside the database: <c>Audit:DigestFile</c>, beside the database where it is not set.</summary>
internal static class AuditFeature
{
    private const string FileName = "audit-digests.txt";

    public static void AddAudit(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton(DigestFileOf(builder.Configuration, SqliteFile.Of(builder.Configuration["Storage:ConnectionString"])));
        builder.Services.AddHostedService<DigestWriter>();
    }

    /// <summary>Compares the whole audit with the events and with the digests; works beside a running bot.</summary>
    public static (int Entries, IReadOnlyList<string> Faults) Verify(IConfiguration settings)
    {
        var file = SqliteFile.Of(settings["Storage:ConnectionString"]);
        return SqliteAudit.Verify(file, DigestFileOf(settings, file).Read());
    }

    private static DigestFile DigestFileOf(IConfiguration settings, SqliteFile file) => new(
        settings["Audit:DigestFile"] is { Length: > 0 } path ? Path.GetFullPath(path) : Path.Combine(Path.GetDirectoryName(file.Path)!, FileName));
}
