using System.Text;
using System.Text.RegularExpressions;
using MimeKit;

namespace TechLeakageBot.Crash;

/// <summary>Compares what was acknowledged with what the stopped server left.</summary>
internal static partial class Counting
{
    public static async Task<CrashReport> OfAsync(
        Server server, Acknowledged acknowledged, string officer, IReadOnlyCollection<string> mails, int kills, int damaged, CancellationToken cancel)
    {
        using var connection = server.Open();
        var incidents = connection.Pairs("SELECT number, summary FROM incident")
            .Select(row => (Number: row.First, Mark: Marks().Match(row.Second).Value))
            .ToArray();
        var transcripts = connection.Pairs("SELECT conversation, json FROM transcript WHERE json IS NOT NULL").ToLookup(row => row.First, row => row.Second);
        var byMark = incidents.ToLookup(incident => incident.Mark, incident => incident.Number);
        var inChat = NumbersIn(transcripts[officer]);
        var inMail = NumbersIn(mails.Select(Text));
        return new CrashReport(
            kills,
            acknowledged.Count,
            incidents.Length,
            TurnsLost: acknowledged.All.Count(report => !byMark.Contains(report.Mark)),
            RepliesLost: acknowledged.All.Count(report => byMark[report.Mark].FirstOrDefault() is { } number && !transcripts[report.Conversation].Any(json => json.Contains(number, StringComparison.Ordinal))),
            Doubled: byMark.Count(numbers => numbers.Count() > 1),
            ChatAlertsLost: incidents.Count(incident => !inChat.Contains(incident.Number)),
            MailAlertsLost: incidents.Count(incident => !inMail.Contains(incident.Number)),
            damaged,
            AuditFaults: await server.VerifyAuditAsync(cancel),
            Left: connection.Number("SELECT COUNT(*) FROM outbox"));
    }

    /// <summary>The readable words of a mail as it went over the wire.</summary>
    private static string Text(string mail)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail));
        var read = MimeMessage.Load(stream);
        return $"{read.Subject}\n{read.TextBody}";
    }

    private static HashSet<string> NumbersIn(IEnumerable<string> texts) => [.. texts.SelectMany(text => Numbers().Matches(text)).Select(found => found.Value)];

    [GeneratedRegex("mark[0-9]+x[0-9]+x")]
    private static partial Regex Marks();

    [GeneratedRegex("TL-[0-9]{4}-[0-9]{4,}")]
    private static partial Regex Numbers();
}
