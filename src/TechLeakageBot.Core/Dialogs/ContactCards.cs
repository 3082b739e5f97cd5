using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Whom to consult outside the company (handbook pp. 19-20).</summary>
internal sealed class ContactCards(KnowledgeBase knowledge)
{
    public const string BureauTopic = "contact.bureau";

    private const int MostSites = 5;

    private static readonly string[] OtherTopics = ["contact.inpit", "contact.links"];

    private readonly Phrases say = knowledge.Phrases;
    private readonly Sources sources = new(knowledge.Phrases);

    /// <param name="prefecture">Null for a site abroad: the company's first site in Japan decides.</param>
    public Card Bureau(string? prefecture, Language language)
    {
        var at = prefecture ?? knowledge.Company.Sites.FirstOrDefault(site => site.Prefecture is not null)?.Prefecture;
        return knowledge.Handbook.BureauOf(at) is { } bureau
            ? new Card(
                language,
                [
                    new Block.Heading(bureau.Name.In(language)),
                    new Block.Facts([
                        new Fact(say[Say.Section, language], bureau.Section.In(language)),
                        new Fact(say[Say.Telephone, language], bureau.Tel),
                        new Fact(say[Say.MailAddress, language], bureau.Mail),
                        new Fact(say[Say.Serves, language], Prefectures(bureau, language)),
                    ]),
                    new Block.Paragraph(say[Say.OfficerDecides, language]),
                    sources.Of(bureau.Pages, language),
                ],
                [.. OtherContacts(language)])
            : AllBureaus(language);
    }

    public Card AllBureaus(Language language) => new(
        language,
        [
            new Block.Paragraph(say[Say.AllBureaus, language]),
            new Block.Facts([.. knowledge.Handbook.Bureaus.Select(bureau => new Fact(bureau.Name.In(language), $"{bureau.Tel} ({Prefectures(bureau, language)})"))]),
            new Block.Paragraph(say[Say.OfficerDecides, language]),
            sources.Of([19], language),
        ],
        [.. OtherContacts(language)]);

    /// <param name="matter">The number of the matter; 0 where none is open.</param>
    public Card AskPlace(int matter, Language language) => new(
        language,
        [new Block.Paragraph(say[Say.AskSite, language])],
        [.. knowledge.Company.Sites.Take(MostSites).Select(site => new Button(site.Name.In(language), new Choice(Verb.Consult, matter, site.Id)))]);

    public Card QuestionRecorded(Language language) => new(
        language,
        [new Block.Paragraph(say[Say.QuestionRecorded, language])],
        [.. OtherContacts(language)]);

    private static string Prefectures(Bureau bureau, Language language) =>
        string.Join(language == Language.Japanese ? "・" : ", ", bureau.Prefectures.Select(prefecture => prefecture.In(language)));

    private IEnumerable<Button> OtherContacts(Language language) => OtherTopics
        .Select(knowledge.Handbook.Find<Topic>)
        .OfType<Topic>()
        .Select(topic => new Button(topic.Title.In(language), new Choice(Verb.Pick, 0, topic.Id)));
}
