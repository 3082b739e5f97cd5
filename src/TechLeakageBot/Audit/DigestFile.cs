using System.Globalization;
using System.Text;

namespace TechLeakageBot.Audit;

/// <summary>
/// Digests of the audit outside the database, one line each: the sequence of the newest entry, its hash, and when. Whoever cuts off or
/// rewrites the audit would have to change this file as well; keep a copy where the bot cannot write.
/// </summary>
internal sealed class DigestFile(string path)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const string TimeFormat = "yyyy-MM-ddTHH:mm:ssZ";

    public string Path => path;

    /// <summary>When the last whole line was written; null where there is none.</summary>
    public DateTimeOffset? LastAt => File.Exists(path) && File.ReadLines(path).LastOrDefault(line => Parse(line) is not null) is { } last
        ? DateTimeOffset.ParseExact(last.Split(' ')[2], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : null;

    public static string Line(AuditDigest digest, DateTimeOffset at) =>
        string.Create(CultureInfo.InvariantCulture, $"{digest.Sequence} {Convert.ToHexStringLower(digest.Hash)} {at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}");

    /// <summary>Adds a line, on the disk when this returns.</summary>
    public void Add(AuditDigest digest, DateTimeOffset at)
    {
        var startsLine = !EndsWithinLine();
        var options = new FileStreamOptions { Mode = FileMode.Append, Access = FileAccess.Write, Share = FileShare.Read };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        file.Write(Encoding.ASCII.GetBytes($"{(startsLine ? "" : "\n")}{Line(digest, at)}\n"));
        file.Flush(flushToDisk: true);
    }

    /// <summary>Every whole line; empty where there is no file. A kill may have left one unfinished.</summary>
    public IReadOnlyList<AuditDigest> Read() => File.Exists(path)
        ? [.. File.ReadAllLines(path).Select(Parse).OfType<AuditDigest>()]
        : [];

    /// <summary>Whether a kill left the last line unfinished; what is added then must not run into it.</summary>
    private bool EndsWithinLine()
    {
        if (!File.Exists(path))
            return false;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0)
            return false;
        file.Seek(-1, SeekOrigin.End);
        return file.ReadByte() != '\n';
    }

    private static AuditDigest? Parse(string line) =>
        line.Split(' ') is [var sequence, { Length: 64 } hash, var at]
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        && hash.All(char.IsAsciiHexDigitLower)
        && DateTimeOffset.TryParseExact(at, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? new AuditDigest(number, Convert.FromHexString(hash))
            : null;
}
