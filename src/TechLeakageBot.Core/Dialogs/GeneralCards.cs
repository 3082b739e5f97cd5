using System.Globalization;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The bot's greeting, its help, and what it says when there is nothing to advise on.</summary>
internal sealed class GeneralCards(KnowledgeBase knowledge)
{
    /// <summary>Where self-training and the self-check begin: the measures to take first (handbook p. 17).</summary>
    private const int FirstMeasures = 3;

    private readonly Phrases say = knowledge.Phrases;

    public Card Greeting(Language language) => new(
        language,
        [
            new Block.Heading(say[Say.GreetingTitle, language]),
            new Block.Paragraph(say[Say.Greeting, language]),
            new Block.Note(say[Say.NoSecrets, language]),
        ],
        [HelpButton(language), LanguageButton(language)]);

    public Card Help(Language language) => new(
        language,
        [
            new Block.Heading(say[Say.HelpTitle, language]),
            new Block.Lines(say[Say.HelpAsk, language], [say[Say.HelpSituation, language], say[Say.HelpKnowledge, language], say[Say.HelpContacts, language], say[Say.HelpTraining, language]], LinesKind.Plain),
            new Block.Lines(say[Say.HelpCommandsTitle, language], [.. HelpCommands.Select(command => say[command, language])], LinesKind.Plain),
            new Block.Note(say[Say.NoSecrets, language]),
        ],
        [LanguageButton(language)]);

    public Card NotOurs(Language language) => new(
        language,
        [
            new Block.Paragraph(say[Say.NotOurs, language]),
            new Block.Lines(say[Say.HelpAsk, language], [say[Say.HelpSituation, language], say[Say.HelpKnowledge, language], say[Say.HelpContacts, language]], LinesKind.Plain),
        ],
        [HelpButton(language)]);

    public Card SelfCheck(Language language)
    {
        var first = knowledge.Handbook.Topics.OfType<Measure>().OrderBy(m => m.Number).Take(FirstMeasures).ToArray();
        return new Card(
            language,
            [
                new Block.Paragraph(say[Say.SelfCheck, language]),
                new Block.Lines(
                    say[Say.SelfCheckFirst, language],
                    [.. first.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Number}. {m.Check.In(language)}"))],
                    LinesKind.Plain),
                new Sources(say).Of([17, 18], language),
            ],
            [.. first.Select(m => new Button(m.Title.In(language), new Choice(Verb.Pick, 0, m.Id)))]);
    }

    /// <summary>A card that also tells what was masked in the person's words.</summary>
    public Card WithMasked(Card card, IReadOnlyList<MaskedKind> masked) => masked.Count == 0
        ? card
        : card with { Blocks = [.. card.Blocks, new Block.Note(new IncidentWording(say, knowledge.Company).Masked(masked, card.Language))] };

    public Card ConfirmForget(Language language) => new(
        language,
        [new Block.Paragraph(say[Say.ForgetConfirm, language])],
        [
            new Button(say[Say.ForgetYes, language], new Choice(Verb.Forget, 0, AnswerWords.Yes)),
            new Button(say[Say.ForgetNo, language], new Choice(Verb.Forget, 0, AnswerWords.No)),
        ]);

    /// <param name="kept">The numbers of the reports that stay.</param>
    /// <param name="wasTrained">Whether there was a record of training.</param>
    public Card Forgotten(IReadOnlyList<string> kept, bool wasTrained, Language language) => Card.Of(
        language,
        [
            new Block.Paragraph(say[Say.Forgotten, language]),
            .. wasTrained ? [new Block.Paragraph(say[Say.ForgottenTraining, language])] : Array.Empty<Block>(),
            .. kept.Count == 0 ? Array.Empty<Block>() : [new Block.Paragraph(say[Say.ForgottenKept, language, string.Join(", ", kept)])],
        ]);

    public Card NotForgotten(Language language) => Word(Say.NotForgotten, language);

    public Card Cancelled(Language language) => Word(Say.Cancelled, language);

    /// <summary>What the bot waited for is let go.</summary>
    public Card LetGo(Language language) => Word(Say.LetGo, language);

    public Card LanguageSwitched(Language language) => Word(Say.LanguageSwitched, language);

    public Card FilesNotOpened(Language language) => Word(Say.FilesNotOpened, language);

    public Card StaleButton(Language language) => Word(Say.StaleButton, language);

    public Card StateLost(Language language) => Word(Say.StateLost, language);

    public Card TextCut(Language language) => Word(Say.TextCut, language);

    public Card NotUnderstood(Language language) => new(language, [new Block.Paragraph(say[Say.NotUnderstood, language])], [HelpButton(language)]);

    private static readonly Say[] HelpCommands = [Say.HelpCancel, Say.HelpLanguage, Say.HelpStatus, Say.HelpStartOver, Say.HelpForget];

    public Card Word(Say word, Language language) => Card.Of(language, new Block.Paragraph(say[word, language]));

    private Button HelpButton(Language language) => new(say[Say.HelpButton, language], new Choice(Verb.Help, 0));

    private Button LanguageButton(Language language) => new(say[Say.LanguageButton, language], new Choice(Verb.Language, 0));
}
