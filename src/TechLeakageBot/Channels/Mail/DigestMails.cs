using System.Globalization;
using System.Text;
using MimeKit;
using TechLeakageBot.Audit;
using TechLeakageBot.Core;
using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Channels.Mail;

/// <summary>
/// Mails the audit's newest digest to the officers each morning on which there is a new one, so that it lies where whoever can change
/// the bot's machine cannot. Which digest went out last stands in a file beside the digests.
/// </summary>
internal sealed class DigestMails(
    MailSettings settings, ServerTrust trust, KnowledgeSource knowledge, IIncidents incidents, DigestFile digests, TimeProvider time, ILogger<DigestMails> log)
    : BackgroundService
{
    private static readonly TimeOnly Morning = new(9, 0);
    private static readonly TimeSpan LooksAgain = TimeSpan.FromHours(1);

    private readonly DigestFile mailed = new($"{digests.Path}.mailed");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var faults = 0; !stoppingToken.IsCancellationRequested;)
        {
            var wait = LooksAgain;
            try
            {
                wait = await WorkAsync(stoppingToken);
                faults = 0;
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested && ErrorOf(fault) is { } error)
            {
                wait = Backoff.Wait(faults++, after: null, Random.Shared.NextDouble());
                log.DigestNotMailed(error, wait);
            }

            await Task.Delay(wait, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static string? ErrorOf(Exception fault) =>
        StoreFaults.Has(fault) || fault is UnauthorizedAccessException ? fault.GetType().Name : SmtpFaults.ErrorOf(fault);

    /// <returns>When to look again.</returns>
    private async Task<TimeSpan> WorkAsync(CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        if (mailed.LastAt is { } last && JapanTime.At(JapanTime.Day(last).AddDays(1), Morning) is var due && due > now)
            return due - now;
        var recipients = knowledge.Current.Company.Officers.Select(officer => Mailboxes.Parse(officer.Mail)).OfType<MailboxAddress>().ToArray();
        if (recipients.Length == 0 || await incidents.DigestAsync(cancel) is not { } newest || mailed.Read().Any(sent => sent.Sequence >= newest.Sequence))
            return LooksAgain;

        using var deadline = new CancellationTokenSource(MailRoad.LongestSend, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        using var client = await AlertClient.OpenAsync(settings, trust, either.Token);
        var refusals = await client.OfferAsync(MailOf(newest, now), recipients, either.Token);
        if (refusals.Count == recipients.Length)
            throw new IOException($"The mail server refused all {refusals.Count} officers, with {refusals[0]} at first.");
        await client.DisconnectAsync(quit: true, either.Token);
        mailed.Add(newest, now);
        return LooksAgain;
    }

    private MimeMessage MailOf(AuditDigest newest, DateTimeOffset now)
    {
        var say = knowledge.Current.Phrases;
        var sequence = newest.Sequence.ToString(CultureInfo.InvariantCulture);
        var text = new TextPart();
        text.SetText(
            Encoding.UTF8,
            $"{say[Say.DigestText, Language.Japanese]}\n\n{say[Say.DigestText, Language.English]}\n\n{DigestFile.Line(newest, now)}\n".ReplaceLineEndings("\r\n"));
        var mail = new MimeMessage { Date = now, Subject = $"{say[Say.DigestSubject, Language.Japanese, sequence]} / {say[Say.DigestSubject, Language.English, sequence]}", Body = text };
        mail.From.Add(settings.From);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }
}
