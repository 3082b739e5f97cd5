using System.Globalization;
using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The cards of a consultation.</summary>
internal sealed class ConsultationCards(KnowledgeBase knowledge)
{
    private const int MostToTell = 2;

    private readonly Phrases say = knowledge.Phrases;
    private readonly Sources sources = new(knowledge.Phrases);

    public Card Advice(Consultation matter, Advice advice, MatterPlace place, Language language) => new(
        language,
        [
            new Block.Level(matter.Severity, say[Wording.Line(matter.Severity), language]),
            new Block.Paragraph(Reason(matter, language)),
            .. Lines(Say.DoNowTitle, advice.DoNow.Count > 0 ? advice.DoNow : [say[Say.KeepRecord]], LinesKind.DoNow, language),
            .. Lines(Say.DoNotTitle, advice.DoNot, LinesKind.DoNot, language),
            .. matter.Severity == Severity.Info ? [] : WhomToTell(matter, advice, place, language),
            .. matter.Severity == Severity.Caution ? BuyTime(matter.ContactLanguage, language) : [],
            .. Similar(advice, language),
            sources.Of(advice.Pages, language),
        ],
        Buttons(matter, language));

    public Card Ask(Consultation matter, Question question, Language language) => new(
        language,
        [new Block.Paragraph(say[QuestionWords(question), language])],
        [.. Questions.Answers(question).Select(answer => new Button(
            say[AnswerWordsOf(answer), language],
            new Choice(Verb.Answer, matter.Number, $"{question}.{answer}")))]);

    public Card AskAgain(Consultation matter, Question question, Language language)
    {
        var card = Ask(matter, question, language);
        return card with { Blocks = [new Block.Note(say[Say.PleaseChoose, language]), .. card.Blocks] };
    }

    /// <summary>An answer that changed nothing.</summary>
    public Card Noted(Consultation matter, Language language) => Card.Of(
        language,
        new Block.Paragraph(say[Say.LevelStays, language, say[Wording.Name(matter.Severity), language]]));

    public Card Told(Consultation matter, Officer? officer, Language language) => new(
        language,
        [new Block.Paragraph(say[Say.Reported, language, OfficerName(officer, language), matter.Incident ?? ""]), .. OfficerFacts(officer, language)],
        [SentButton(matter, language)]);

    public string Asked(Question question, Language language) => say[QuestionWords(question), language];

    public static string AnswerLabel(Answer answer, Phrases say, Language language) => say[AnswerWordsOf(answer), language];

    public Card Drafts(Consultation matter, Language contact, Language language) => new(
        language,
        [
            new Block.Heading(say[Say.DraftsTitle, language]),
            .. Draft(Say.DraftDeclineTitle, say[Say.DraftDecline, contact], language),
            .. Draft(Say.DraftBuyTimeTitle, say[Say.DraftBuyTime, contact], language),
            .. Draft(Say.DraftForwardTitle, say[Say.DraftForward, contact, knowledge.Company.PublicContact?.In(contact) ?? say[Say.PublicContact, contact]], language),
            new Block.Note(say[Say.DraftsNote, language]),
        ],
        [new Button(say[contact == Language.Japanese ? Say.DraftsInEnglish : Say.DraftsInJapanese, language],
            new Choice(Verb.Drafts, matter.Number, contact == matter.ContactLanguage ? nameof(Language) : ""))]);

    private static Say QuestionWords(Question question) => question switch
    {
        Question.WhatWentOut => Say.AskWhatWentOut,
        Question.Favours => Say.AskFavours,
        _ => Say.AskState,
    };

    private static Say AnswerWordsOf(Answer answer) => answer switch
    {
        Answer.Nothing => Say.AnswerNothing,
        Answer.PublicOnly => Say.AnswerPublicOnly,
        Answer.NotPublic => Say.AnswerNotPublic,
        Answer.NotSure or Answer.StateNotSure => Say.AnswerNotSure,
        Answer.None => Say.AnswerNone,
        Answer.Declined => Say.AnswerDeclined,
        Answer.Accepted => Say.AnswerAccepted,
        Answer.Pressed => Say.AnswerPressed,
        Answer.NoState => Say.AnswerNoState,
        _ => Say.AnswerStateBehind,
    };

    private string Reason(Consultation matter, Language language) => matter.Severity switch
    {
        Severity.Serious => say[Wording.Sentence(matter.Reasons.Count > 0 ? matter.Reasons[0] : Understanding.Reason.Out), language] + Joint(language) + say[Say.RightToAsk, language],
        Severity.Caution when matter.Requests > 1 =>
            say[Say.CautionEscalating, language, matter.Requests.ToString(CultureInfo.InvariantCulture)],
        Severity.Caution => say[CautionWords(matter.Signals), language],
        _ => say[matter.Signals.Contains(Signal.OtherCompany) ? Say.InfoOtherCompany : Say.InfoReason, language],
    };

    private static string Joint(Language language) => language == Language.Japanese ? "" : " ";

    private static Say CautionWords(IReadOnlyList<Signal> signals) =>
        signals.Contains(Signal.OrderToBot) ? Say.CautionOrder
        : signals.Contains(Signal.FavourOffered) || signals.Contains(Signal.FavourDeclined) ? Say.CautionFavour
        : signals.Contains(Signal.JobOffer) || signals.Contains(Signal.Recruiter) ? Say.CautionJob
        : signals.Contains(Signal.Hurry) ? Say.CautionHurry
        : signals.Contains(Signal.Asked) ? Say.CautionAsked
        : signals.Contains(Signal.LeftOpen) || signals.Contains(Signal.Planned) ? Say.CautionOpen
        : Say.CautionOther;

    private IEnumerable<Block> Lines(Say title, IReadOnlyList<Bilingual> lines, LinesKind kind, Language language) =>
        lines.Count == 0 ? [] : [new Block.Lines(say[title, language], [.. lines.Select(line => line.In(language))], kind)];

    private IEnumerable<Block> WhomToTell(Consultation matter, Advice advice, MatterPlace place, Language language)
    {
        var facts = new List<Fact> { new(say[Say.OfficerTitle, language], OfficerName(place.Officer, language)) };
        facts.AddRange(OfficerFacts(place.Officer, language).SelectMany(block => block.Items));
        facts.AddRange((advice.Similar?.WhomToTell ?? []).Take(MostToTell).Select(who => new Fact(say[Say.AlsoTell, language], who.In(language))));
        if (place.Bureau is { } bureau)
            facts.Add(new Fact(BureauTitle(place, language), $"{bureau.Name.In(language)} {bureau.Tel} {bureau.Mail}"));
        yield return new Block.Heading(say[Say.TellTitle, language]);
        if (matter is { Severity: Severity.Serious, Told: true })
            yield return new Block.Paragraph(say[Say.Reported, language, OfficerName(place.Officer, language), matter.Incident ?? ""]);
        else if (matter is { Severity: Severity.Serious, Told: false })
            yield return new Block.Paragraph(say[Say.AskToTell, language]);
        yield return new Block.Facts(facts);
    }

    private string BureauTitle(MatterPlace place, Language language) => place.Assumed is { } site
        ? say[Say.BureauOfSite, language, site.Name.In(language)]
        : say[Say.BureauTitle, language];

    private IEnumerable<Block> BuyTime(Language contact, Language language) => Draft(Say.DraftFirstTitle, say[Say.DraftBuyTime, contact], language);

    private IEnumerable<Block> Draft(Say title, string draft, Language language)
    {
        yield return new Block.Heading(say[title, language]);
        yield return new Block.Draft(draft);
    }

    private IEnumerable<Block> Similar(Advice advice, Language language)
    {
        if (advice.Similar is not { } similar)
            yield break;
        yield return new Block.Heading(say[Say.SimilarTitle, language]);
        yield return new Block.Paragraph(say[
            Say.SimilarCase, language, similar.Title.In(language), Sources.Pages(similar.Pages), similar.Summary.In(language), similar.Ending.In(language)]);
    }

    private string OfficerName(Officer? officer, Language language) => officer is null
        ? say[Say.OfficerUnknown, language]
        : officer.Role is { } role ? say[Say.NameWithRole, language, officer.Name.In(language), role.In(language)] : officer.Name.In(language);

    private IEnumerable<Block.Facts> OfficerFacts(Officer? officer, Language language)
    {
        Fact[] facts =
        [
            .. officer?.Tel is { } tel ? [new Fact(say[Say.Telephone, language], tel)] : Array.Empty<Fact>(),
            .. officer?.Mail is { } mail ? [new Fact(say[Say.MailAddress, language], mail)] : Array.Empty<Fact>(),
        ];
        return facts.Length == 0 ? [] : [new Block.Facts(facts)];
    }

    private Button SentButton(Consultation matter, Language language) => new(say[Say.SentButton, language], new Choice(Verb.Sent, matter.Number));

    private List<Button> Buttons(Consultation matter, Language language)
    {
        var buttons = new List<Button> { new(say[Say.DraftsButton, language], new Choice(Verb.Drafts, matter.Number)) };
        buttons.Add(matter.Told ? SentButton(matter, language) : new(say[Say.TellButton, language], new Choice(Verb.Tell, matter.Number)));
        buttons.Add(new(say[Say.ConsultButton, language], new Choice(Verb.Consult, matter.Number)));
        buttons.Add(new(say[Say.MoreButton, language], new Choice(Verb.More, matter.Number, matter.SimilarCase ?? matter.Topic)));
        return buttons;
    }
}
