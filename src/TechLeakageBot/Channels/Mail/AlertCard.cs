using System.Globalization;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.Mail;

/// <summary>What the officer reads of an alert, in one language.</summary>
internal sealed class AlertCard(KnowledgeBase knowledge)
{
    private const int MostDoNow = 3;

    private static readonly TimeSpan JapanTime = TimeSpan.FromHours(9);

    private readonly Phrases say = knowledge.Phrases;

    /// <param name="words">The reporter's own words; null where they stand above in the other language's part.</param>
    public Card Of(OutboxRow row, Effect.Alert alert, Language language, string? words) => Card.Of(
        language,
        [
            new Block.Paragraph(say[Say.AlertIntro, language]),
            Facts(row, alert, language),
            .. Reasons(alert, language),
            new Block.Heading(say[Say.AlertWordsTitle, language]),
            words is null ? new Block.Paragraph(say[Say.AlertWordsAbove, language]) : new Block.Draft(words),
            .. Advice(alert, language),
            .. Bureau(alert, language),
            new Block.Paragraph(say[Say.AlertNobodyContacted, language]),
        ]);

    private Block.Facts Facts(OutboxRow row, Effect.Alert alert, Language language)
    {
        var facts = new List<Fact>
        {
            new(say[Say.AlertLevel, language], say[Wording.Name(alert.Severity), language]),
            new(say[Say.AlertReceived, language], row.Created.ToOffset(JapanTime).ToString("yyyy-MM-dd HH:mm 'JST'", CultureInfo.InvariantCulture)),
            new(say[Say.AlertNumber, language], row.Id.ToString(CultureInfo.InvariantCulture)),
        };
        if (knowledge.Company.SiteOf(alert.SiteId) is { } site)
            facts.Add(new(say[Say.AlertSite, language], site.Name.In(language)));
        return new Block.Facts(facts);
    }

    private IEnumerable<Block> Reasons(Effect.Alert alert, Language language) => alert.Reasons.Count == 0
        ? []
        : [new Block.Lines(say[Say.AlertReasonsTitle, language], [.. alert.Reasons.Select(reason => say[Wording.Sentence(reason), language])], LinesKind.Plain)];

    /// <summary>Nothing where an edit of the knowledge took the topic away: the alert goes out without it.</summary>
    private IEnumerable<Block> Advice(Effect.Alert alert, Language language)
    {
        if (knowledge.Handbook.Find<Topic>(alert.Topic) is not { } topic)
            yield break;
        var advice = new Advisor(knowledge.Handbook).Advise(topic.Id, topic.Id, alert.Severity, alert.Reasons);
        var (title, pages) = (topic.Title.In(language), string.Join(", ", topic.Pages));
        if (advice.Similar is { } similar)
        {
            yield return new Block.Heading(say[Say.SimilarTitle, language]);
            yield return new Block.Paragraph(say[Say.SimilarCase, language, title, pages, similar.Summary.In(language), similar.Ending.In(language)]);
        }
        else
        {
            yield return new Block.Paragraph(say[Say.AlertRelated, language, title, pages]);
        }

        if (advice.DoNow.Count > 0)
            yield return new Block.Lines(say[Say.AlertDoNowTitle, language], [.. advice.DoNow.Take(MostDoNow).Select(line => line.In(language))], LinesKind.DoNow);
    }

    private IEnumerable<Block> Bureau(Effect.Alert alert, Language language)
    {
        if (knowledge.Handbook.Bureaus.FirstOrDefault(bureau => bureau.Id == alert.BureauId) is not { } bureau)
            yield break;
        yield return new Block.Heading(say[Say.ConsultButton, language]);
        yield return new Block.Facts([
            new Fact(say[Say.BureauTitle, language], bureau.Name.In(language)),
            new Fact(say[Say.Section, language], bureau.Section.In(language)),
            new Fact(say[Say.Telephone, language], bureau.Tel),
            new Fact(say[Say.MailAddress, language], bureau.Mail),
        ]);
    }
}
