using System.Text;
using MimeKit;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.Mail;

/// <summary>An alert as a mail, without its recipients: plain text in both languages, the reporter's first.</summary>
internal static class AlertMail
{
    private static readonly string Rule = new('-', 40);

    /// <param name="earlier">In how many other incidents the same contact appeared.</param>
    /// <param name="at">When the mail is sent.</param>
    public static MimeMessage Of(OutboxRow row, Incident incident, int earlier, KnowledgeBase knowledge, MailboxAddress from, DateTimeOffset at)
    {
        var text = new TextPart();
        text.SetText(Encoding.UTF8, Body(((Effect.Alert)row.Effect).Event, incident, earlier, knowledge));
        var mail = new MimeMessage
        {
            MessageId = MessageIdOf(row, from),
            Date = at,
            Subject = knowledge.Phrases[Say.AlertSubject, incident.Language, knowledge.Phrases[Wording.Name(incident.Level), incident.Language], incident.Number],
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

    private static string Body(int happened, Incident incident, int earlier, KnowledgeBase knowledge)
    {
        var cards = new IncidentCards(knowledge);
        return $"{Part(incident.Language)}\n\n{Rule}\n\n{Part(incident.Language.Other())}\n".ReplaceLineEndings("\r\n");

        string Part(Language language) => PlainTextRenderer.Render(Quoted(cards.Alert(incident, happened, earlier, language)));
    }

    /// <summary>What people wrote, as lines that no reader takes for the bot's own; buttons do nothing in a mail.</summary>
    private static Card Quoted(Card card) => card with
    {
        Blocks = [.. card.Blocks.Select(block => block is Block.Draft draft ? new Block.Draft(QuotedWords.Of(draft.Text)) : block)],
        Buttons = [],
    };
}
