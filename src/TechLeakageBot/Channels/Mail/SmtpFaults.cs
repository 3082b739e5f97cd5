using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace TechLeakageBot.Channels.Mail;

/// <summary>What went wrong with the mail server, in words for the log. The server's own words are left out: they may repeat the mail.</summary>
internal static class SmtpFaults
{
    /// <returns>Null for what is no fault of the network or the server.</returns>
    public static string? ErrorOf(Exception fault) => fault switch
    {
        SmtpCommandException refused => $"The mail server answered {(int)refused.StatusCode} to {SubjectOf(refused)}.",
        AuthenticationException => "The mail server did not accept Mail:User and Mail:Password.",
        ServiceNotAuthenticatedException => "The mail server asks for a sign-in: set Mail:User and Mail:Password.",
        SslHandshakeException => "No secure connection to the mail server: its certificate is not trusted, names another host or cannot be checked for revocation, or it speaks another kind of TLS than Mail:Security says.",
        NotSupportedException => "The mail server does not offer what Mail:Security (STARTTLS) or Mail:User (AUTH) asks for.",
        SocketException unreachable => $"The mail server could not be reached: {unreachable.SocketErrorCode}.",
        ProtocolException or IOException => "The connection to the mail server broke off.",
        OperationCanceledException or TimeoutException => "The mail server did not answer in time.",
        _ => null,
    };

    /// <summary>Whether the server will say the same tomorrow, unless somebody changes something.</summary>
    public static bool IsForGood(int status) => status >= 500;

    private static string SubjectOf(SmtpCommandException refused) => refused.ErrorCode switch
    {
        SmtpErrorCode.SenderNotAccepted => "the sender of Mail:From",
        SmtpErrorCode.MessageNotAccepted => "the mail",
        _ => "the connection",
    };
}
