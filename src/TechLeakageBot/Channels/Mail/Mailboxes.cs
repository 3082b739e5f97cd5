using MimeKit;

namespace TechLeakageBot.Channels.Mail;

internal static class Mailboxes
{
    /// <summary>One mail address, with or without a name before it; null where it is none that any mail server takes.</summary>
    public static MailboxAddress? Parse(string? text) =>
        text is not null
        && !text.Any(char.IsControl)
        && MailboxAddress.TryParse(text, out var mailbox)
        && mailbox.Domain.Length > 0
        && mailbox.Address.All(c => c is > ' ' and <= '~')
            ? mailbox
            : null;
}
