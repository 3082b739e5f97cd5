using MailKit.Net.Smtp;
using MimeKit;

namespace TechLeakageBot.Channels.Mail;

/// <summary>An SMTP client that sends to whoever is taken of several recipients, and tells how the others were refused.</summary>
internal sealed class AlertClient : SmtpClient
{
    private readonly List<int> refusals = [];

    /// <returns>The status of every recipient that was refused; the mail went out where they are fewer than the recipients.</returns>
    public async Task<IReadOnlyList<int>> OfferAsync(MimeMessage mail, IReadOnlyList<MailboxAddress> recipients, CancellationToken cancel)
    {
        refusals.Clear();
        mail.To.Clear();
        mail.To.AddRange(recipients);
        try
        {
            await SendAsync(mail, cancel);
        }
        catch (SmtpCommandException refused) when (refused.ErrorCode == SmtpErrorCode.MessageNotAccepted && refusals.Count == recipients.Count)
        {
            // MailKit's way to say that nobody was left to send to. The connection is ready for others.
        }

        return [.. refusals];
    }

    protected override void OnRecipientNotAccepted(MimeMessage message, MailboxAddress mailbox, SmtpResponse response) => refusals.Add((int)response.StatusCode);
}
