using System.Text;
using MimeKit;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.Mail;

/// <summary>An alert as a mail, without its recipients: plain text in both languages, the reporter's first.</summary>
internal static class AlertMail
{
    private static readonly string Rule = new('-', 40);

    /// <param name="at">When the mail is sent.</param>
    public static MimeMessage Of(OutboxRow row, Effect.Alert alert, KnowledgeBase knowledge, MailboxAddress from, DateTimeOffset at)
    {
        var level = knowledge.Phrases[Wording.Name(alert.Severity), alert.Language];
        var text = new TextPart();
        text.SetText(Encoding.UTF8, Body(row, alert, knowledge));
        var mail = new MimeMessage
        {
            MessageId = MessageIdOf(row, from),
            Date = at,
            Subject = knowledge.Phrases[Say.AlertSubject, alert.Language, level],
            Importance = MessageImportance.High,
            Body = text,
        };
        mail.From.Add(from);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    /// <summary>
    /// The same at every try, so that a mail sent twice after a crash can be told. The time keeps a new database, which counts its
    /// rows from 1 again, from taking an id that a mail server has seen: some drop what they have seen.
    /// </summary>
    private static string MessageIdOf(OutboxRow row, MailboxAddress from) => $"alert-{row.Id}-{row.Created.ToUnixTimeMilliseconds()}@{from.Domain}";

    private static string Body(OutboxRow row, Effect.Alert alert, KnowledgeBase knowledge)
    {
        var card = new AlertCard(knowledge);
        var first = card.Of(row, alert, alert.Language, QuotedWords.Of(alert.Summary));
        var second = card.Of(row, alert, alert.Language == Language.Japanese ? Language.English : Language.Japanese, words: null);
        return $"{PlainTextRenderer.Render(first)}\n\n{Rule}\n\n{PlainTextRenderer.Render(second)}\n".ReplaceLineEndings("\r\n");
    }
}
