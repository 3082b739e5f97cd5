using TechLeakageBot.Audit;
using TechLeakageBot.Hosting;
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
    /// <param name="digests">A copy of the digests that was kept elsewhere; null for the bot's own file.</param>
    /// <exception cref="SettingsException">The copy is not there, or holds no digest.</exception>
    public static (int Entries, bool Witnessed, IReadOnlyList<string> Faults) Verify(IConfiguration settings, FileInfo? digests)
    {
        var file = SqliteFile.Of(settings["Storage:ConnectionString"]);
        var witnesses = (digests is null ? DigestFileOf(settings, file) : new DigestFile(digests.FullName)).Read();
        if (digests is not null && witnesses.Count == 0)
            throw new SettingsException($"--digests: {digests.FullName} is missing, or holds no digest of an audit.");
        var (entries, faults) = SqliteAudit.Verify(file, witnesses);
        return (entries, witnesses.Count > 0, faults);
    }

    private static DigestFile DigestFileOf(IConfiguration settings, SqliteFile file) => new(
        settings["Audit:DigestFile"] is { Length: > 0 } path ? Path.GetFullPath(path) : Path.Combine(Path.GetDirectoryName(file.Path)!, FileName));
}
