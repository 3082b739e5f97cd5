using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace TechLeakageBot.Channels.Mail;

/// <summary>An SMTP client that sends to whoever is taken of several recipients, and tells how the others were refused.</summary>
internal sealed class AlertClient : SmtpClient
{
    private readonly List<int> refusals = [];

    /// <summary>Connects and, where an account is set, signs in.</summary>
    public static async Task<AlertClient> OpenAsync(MailSettings settings, ServerTrust trust, CancellationToken cancel)
    {
        var client = new AlertClient { ServerCertificateValidationCallback = trust.Check };
        try
        {
            await client.ConnectAsync(settings.Host, settings.Port, OptionsOf(settings.Security), cancel);
            if (settings.Account is { } account)
                await client.AuthenticateAsync(Encoding.UTF8, account.User, account.Password, cancel);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

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

    private static SecureSocketOptions OptionsOf(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        _ => SecureSocketOptions.None,
    };
}
