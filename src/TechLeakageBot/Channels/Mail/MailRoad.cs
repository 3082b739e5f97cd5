using MailKit.Net.Smtp;
using MimeKit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Channels.Mail;

/// <summary>
/// Carries alerts to the responsible officer by mail, one connection each. Where the server refuses the officer for good, the
/// deputies are told, then every officer. Never closed: an alert does not expire, and an address can be put right.
/// </summary>
internal sealed class MailRoad(MailSettings settings, ServerTrust trust, KnowledgeSource knowledge, IIncidents incidents, TimeProvider time, ILogger<MailRoad> log) : IRoad
{
    public static readonly TimeSpan LongestSend = TimeSpan.FromSeconds(30);

    private bool nobodyLogged;

    public bool CarriesAlerts => true;

    public bool Carries(OutboxRow row) => row.Effect is Effect.Alert { Road: Road.Mail };

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        var known = knowledge.Current;
        var alert = (Effect.Alert)row.Effect;
        if (await incidents.FindAsync(alert.Number, cancel) is not { } incident)
        {
            log.Purged(row.Id);
            return new SendOutcome.Sent();
        }

        var circles = Recipients.Of(known.Company, incident, alert.To);
        if (circles.Count == 0)
            return Nobody();
        Volatile.Write(ref nobodyLogged, false);
        var earlier = await incidents.EarlierOfContactAsync(alert.Number, cancel);

        using var deadline = new CancellationTokenSource(LongestSend, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        try
        {
            return await SendAsync(row.Id, AlertMail.Of(row, incident, earlier, known, settings, time.GetUtcNow()), circles, either.Token);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested && SmtpFaults.ErrorOf(fault) is { } error)
        {
            if (fault is SmtpCommandException refused && SmtpFaults.IsForGood((int)refused.StatusCode))
                log.MailRefused(row.Id, error);
            return new SendOutcome.Later(error);
        }
    }

    private async Task<SendOutcome> SendAsync(long id, MimeMessage mail, IReadOnlyList<IReadOnlyList<MailboxAddress>> circles, CancellationToken cancel)
    {
        using var client = await AlertClient.OpenAsync(settings, trust, cancel);

        var refused = 0;
        foreach (var circle in circles)
        {
            var refusals = await client.OfferAsync(mail, circle, cancel);
            refused += refusals.Count;
            if (refusals.Count < circle.Count)
            {
                if (refused > 0)
                    log.SomeRefused(id, refused);
                await client.DisconnectAsync(quit: true, cancel);
                return new SendOutcome.Sent();
            }

            if (refusals.FirstOrDefault(status => !SmtpFaults.IsForGood(status)) is var status and > 0)
                return new SendOutcome.Later($"The mail server put the recipients off with {status}.");
        }

        log.EverybodyRefused(id, refused);
        return new SendOutcome.Later($"The mail server refused all {refused} recipients for good.");
    }

    private SendOutcome.Later Nobody()
    {
        if (!Interlocked.Exchange(ref nobodyLogged, true))
            log.Nobody();
        return new SendOutcome.Later("No officer and no deputy has a mail address.");
    }
}
