using System.Net.Security;

namespace TechLeakageBot.Channels.Mail;

/// <summary>How the mail server's certificate is checked. No setting reaches this: only a test puts another check in its place.</summary>
/// <param name="Check">Null for MailKit's own check of issuer, name, dates and revocation.</param>
internal sealed record ServerTrust(RemoteCertificateValidationCallback? Check)
{
    public static ServerTrust OfTheSystem { get; } = new(Check: null);
}
