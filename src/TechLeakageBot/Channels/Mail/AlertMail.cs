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
    public static MimeMessage Of(OutboxRow row, Incident incident, int earlier, KnowledgeBase knowledge, MailSettings settings, DateTimeOffset at)
    {
        var happened = ((Effect.Alert)row.Effect).Event;
        var text = new TextPart();
        text.SetText(Encoding.UTF8, Body(happened, incident, earlier, knowledge, settings.Desk));
        var mail = new MimeMessage
        {
            MessageId = MessageIdOf(row, settings.From),
            Date = at,
            Subject = Subject(happened, incident, knowledge),
            Importance = MessageImportance.High,
            Body = text,
        };
        mail.From.Add(settings.From);
        mail.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return mail;
    }

    /// <summary>
    /// The same at every try, so that a mail sent twice after a crash can be told. The time keeps a new database, which counts its
    /// rows from 1 again, from taking an id that a mail server has seen: some drop what they have seen.
    /// </summary>
    private static string MessageIdOf(OutboxRow row, MailboxAddress from) => $"alert-{row.Id}-{row.Created.ToUnixTimeMilliseconds()}@{from.Domain}";

    /// <summary>Tells a report from what happened to it later, and never what people wrote.</summary>
    private static string Subject(int happened, Incident incident, KnowledgeBase knowledge)
    {
        var (say, language) = (knowledge.Phrases, incident.Language);
        var level = say[Wording.Name(incident.Level), language];
        return incident.Timeline.FirstOrDefault(recorded => recorded.Number == happened) is { Event: not IncidentEvent.Opened } later
            ? say[Say.AlertNewsSubject, language, level, incident.Number, new IncidentWording(say, knowledge.Company).Happened(later.Event, language)]
            : say[Say.AlertSubject, language, level, incident.Number];
    }

    private static string Body(int happened, Incident incident, int earlier, KnowledgeBase knowledge, Uri? desk)
    {
        var (say, cards) = (knowledge.Phrases, new IncidentCards(knowledge));
        return $"{Part(incident.Language, Quoted)}\n\n{Rule}\n\n{Part(incident.Language.Other(), card => WithoutWords(card, say))}\n".ReplaceLineEndings("\r\n");

        string Part(Language language, Func<Card, Card> adapt)
        {
            var text = PlainTextRenderer.Render(adapt(cards.Alert(incident, happened, earlier, language)));
            return desk is null ? text : $"{text}\n\n{say[Say.AlertDeskLink, language]}: {new Uri(desk, incident.Number).AbsoluteUri}";
        }
    }

    /// <summary>What people wrote, as lines that no reader takes for the bot's own.</summary>
    private static Card Quoted(Card card) => card with
    {
        Blocks = [.. card.Blocks.Select(block => block is Block.Draft draft ? new Block.Draft(QuotedWords.Of(draft.Text)) : block)],
    };

    /// <summary>What people wrote stands above already, and is in one language only.</summary>
    private static Card WithoutWords(Card card, Phrases say) => card with
    {
        Blocks = [.. card.Blocks.Where(block => block is not Block.Draft && block != new Block.Heading(say[Say.AlertWordsTitle, card.Language]))],
    };
}
