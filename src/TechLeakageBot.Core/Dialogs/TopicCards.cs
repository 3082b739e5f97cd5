using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What the handbook says about a topic.</summary>
internal sealed class TopicCards(KnowledgeBase knowledge)
{
    /// <summary>Topics offered at once.</summary>
    public const int MostOffered = 3;

    private const int MostHow = 5;

    /// <summary>The measure beside which the company's own rules are shown.</summary>
    private const string RulesTopic = "measure.people.rules";

    private readonly Phrases say = knowledge.Phrases;
    private readonly Sources sources = new(knowledge.Phrases);

    /// <summary>The answer to a question: the first topic, and the others at hand.</summary>
    public Card Answer(IReadOnlyList<TopicScore> topics, Language language) =>
        Card(knowledge.Handbook[topics[0].Id], topics.Skip(1).Take(MostOffered - 1).Select(topic => topic.Id), language);

    /// <summary>Null where no topic has this id.</summary>
    public Card? Show(string id, Language language) =>
        knowledge.Handbook.Find<Topic>(id) is { } topic ? Card(topic, topic.Related.Take(MostOffered), language) : null;

    /// <summary>Several topics to choose from, and none of them.</summary>
    public Card Offer(IReadOnlyList<string> ids, Language language) => new(
        language,
        [new Block.Paragraph(say[Say.WhichOne, language])],
        [.. ids.Select(id => Pick(id, language)), new Button(say[Say.NoneOfThese, language], new Choice(Verb.Pick, 0))]);

    private Card Card(Topic topic, IEnumerable<string> further, Language language) => new(
        language,
        [new Block.Heading(topic.Title.In(language)), .. Body(topic, language)],
        [.. further.Where(id => id != topic.Id).Select(id => Pick(id, language))]);

    private Button Pick(string id, Language language) => new(knowledge.Handbook[id].Title.In(language), new Choice(Verb.Pick, 0, id));

    private IEnumerable<Block> Body(Topic topic, Language language) => topic switch
    {
        CaseStudy study =>
        [
            new Block.Paragraph(study.Story.In(language)),
            new Block.Paragraph(study.Ending.In(language)),
            Lines(Say.SignsTitle, study.Signs, language),
            new Block.Lines(say[Say.MeasuresTitle, language], [.. study.Measures.Select(id => knowledge.Handbook[id].Title.In(language))], LinesKind.Plain),
            sources.Of(study.Pages, language),
        ],
        Measure measure =>
        [
            new Block.Paragraph(measure.What.In(language)),
            new Block.Paragraph(measure.Why.In(language)),
            Lines(Say.HowTitle, [.. measure.How.Take(MostHow)], language),
            new Block.Lines(say[Say.FirstStepTitle, language], [measure.FirstStep.In(language)], LinesKind.DoNow),
            .. CompanyRules(measure, language),
            sources.Of(measure.Pages, measure.GuidancePages, language),
        ],
        Guide guide =>
        [
            new Block.Paragraph(guide.Summary.In(language)),
            Lines(Say.PointsTitle, guide.Points, language),
            sources.Of(guide.Pages, language),
        ],
        Contact contact =>
        [
            new Block.Paragraph(contact.Summary.In(language)),
            .. contact.Entries.SelectMany(entry => Entry(entry, language)),
            Lines(Say.PointsTitle, contact.Points, language),
            sources.Of(contact.Pages, language),
        ],
        _ => throw new ArgumentException($"'{topic.Id}' is a {topic.GetType().Name}, which has no card.", nameof(topic)),
    };

    private IEnumerable<Block> CompanyRules(Measure measure, Language language) =>
        measure.Id == RulesTopic && knowledge.Company.Rules.Count > 0 ? [Lines(Say.CompanyRulesTitle, knowledge.Company.Rules, language)] : [];

    private Block.Lines Lines(Say title, IReadOnlyList<Bilingual> lines, Language language) =>
        new Block.Lines(say[title, language], [.. lines.Select(line => line.In(language))], LinesKind.Plain);

    private IEnumerable<Block> Entry(ContactEntry entry, Language language)
    {
        Fact[] facts =
        [
            .. entry.Tel is { } tel ? [new Fact(say[Say.Telephone, language], entry.Extension is { } extension ? say[Say.Extension, language, tel, extension] : tel)] : Array.Empty<Fact>(),
            .. entry.Mail is { } mail ? [new Fact(say[Say.MailAddress, language], mail)] : Array.Empty<Fact>(),
            .. entry.Address is { } address ? [new Fact(say[Say.PostalAddress, language], address.In(language))] : Array.Empty<Fact>(),
        ];
        if (entry.Url is { } url)
            yield return new Block.Link(entry.Name.In(language), url);
        else
            yield return new Block.Paragraph(entry.Name.In(language));
        if (facts.Length > 0)
            yield return new Block.Facts(facts);
    }
}
