using System.Globalization;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The cards of the self-check.</summary>
internal sealed class SelfCheckCards(KnowledgeBase knowledge)
{
    public const string Back = "back";
    public const string Skip = "skip";
    public const string Stop = "stop";
    public const string Results = "results";

    /// <summary>Older rounds are at the desk.</summary>
    private const int MostRounds = 6;

    private readonly Phrases say = knowledge.Phrases;

    public string Say(Say sentence, Language language) => say[sentence, language];

    public string NoSuchItem(IReadOnlyList<Measure> items, Language language) => say[Core.Say.CheckNoSuchItem, language, items.Count == 0 ? "0" : Text(items[^1].Number)];

    public string NoSuchNumber(int number, Language language) => say[Core.Say.CheckNoSuchNumber, language, Text(number)];

    public string NoteTooLong(Language language) => say[Core.Say.CheckNoteTooLong, language, Text(Settlement.LongestNote)];

    public string Noted(Measure item, Language language) => say[Core.Say.CheckNoted, language, Text(item.Number)];

    public string Recorded(Measure item, CheckAnswer answer, bool noted, bool linked, Language language) => string.Concat(
        say[Core.Say.CheckRecorded, language, Text(item.Number), say[CheckWording.Of(answer), language]],
        noted || linked ? (language == Language.English ? " " : "") + say[Core.Say.CheckRecordedMore, language] : "");

    public Card Item(Measure item, Checklist checklist, DialogTurn turn, IReadOnlyList<string> said)
    {
        var (language, check) = (turn.Language, turn.Scene.Check);
        var key = string.Create(CultureInfo.InvariantCulture, $"{check.Round}.{item.Number}");
        return new Card(
            language,
            [
                .. said.Select(sentence => new Block.Paragraph(sentence)),
                new Block.Heading(say[Core.Say.CheckHeading, language, Text(item.Number), Text(checklist.Items.Count), say[CheckWording.Of(item.Area), language]]),
                new Block.Paragraph(item.Check.In(language)),
                .. check.Find(item.Id) is { } own ? [new Block.Facts(Own(own, language))] : Array.Empty<Block>(),
                .. turn.Trainee.Memory.GetValueOrDefault(item.Id) is { Asked: > 0 } memory
                    ? [new Block.Note(say[Core.Say.CheckOwnTraining, language, Text(memory.Asked), Text(memory.Right)])]
                    : Array.Empty<Block>(),
                .. turn.Conversation.Stage is Stage.Practising { What: Practice.SelfCheck } ? Array.Empty<Block>() : [new Block.Note(say[Core.Say.CheckHint, language])],
                new Sources(say).Of(item.Pages, item.GuidancePages, language),
            ],
            [
                .. Enum.GetValues<CheckAnswer>().Select(answer => new Button(say[CheckWording.Of(answer), language], To($"{key}.{answer}"))),
                new Button(say[Core.Say.CheckBackButton, language], To($"{key}.{Back}")),
                new Button(say[Core.Say.CheckSkipButton, language], To($"{key}.{Skip}")),
                new Button(say[Core.Say.CheckResultButton, language], To(Results)),
                new Button(say[Core.Say.CheckStopButton, language], To(Stop)),
            ]);
    }

    public Card Stopped(CheckScene check, Checklist checklist, Language language) => new(
        language,
        [new Block.Paragraph(say[Core.Say.CheckStopped, language, Text(Answered(check, checklist)), Text(checklist.Items.Count)])],
        [Continue(language), new Button(say[Core.Say.CheckResultButton, language], To(Results))]);

    public Card PlaceKept(Measure place, Language language) => Card.Of(language, new Block.Note(say[Core.Say.CheckPlaceKept, language, Text(place.Number)]));

    /// <summary>The newest round by area, the rounds side by side, and what to do next.</summary>
    public Card ResultsOf(CheckScene check, Checklist checklist, IReadOnlyList<string> said, Language language)
    {
        Button[] goOn = Answered(check, checklist) < checklist.Items.Count ? [Continue(language)] : [];
        if (check.Sheets is not [.., var sheet])
            return new Card(language, [.. said.Select(sentence => new Block.Paragraph(sentence)), new Block.Paragraph(say[Core.Say.CheckNothingYet, language])], goOn);
        var whole = Coverage.Of(sheet.States(checklist));
        var next = NextActions.Of(sheet, knowledge.Handbook, checklist, check.Incidents);
        return new Card(
            language,
            [
                .. said.Select(sentence => new Block.Paragraph(sentence)),
                new Block.Heading(say[Core.Say.CheckResultTitle, language, Text(sheet.Round.Number)]),
                new Block.Paragraph(say[Core.Say.CheckResultProgress, language, Text(whole.Items), Text(whole.Answered), Text(whole.Open), Text(whole.Contradictory)]),
                new Block.Picture(
                    say[Core.Say.CheckPictureAreas, language],
                    [
                        Bar(say[Core.Say.CheckWhole, language], whole, language),
                        .. Coverage.ByArea(sheet, checklist).Select(area => Bar(say[CheckWording.Of(area.Area), language], area.Coverage, language)),
                    ]),
                .. check.Sheets.Count > 1
                    ?
                    [
                        new Block.Picture(
                            say[Core.Say.CheckPictureRounds, language],
                            [.. check.Sheets.TakeLast(MostRounds).Select(other => Bar(RoundName(other.Round, language), Coverage.Of(other.States(checklist)), language))]),
                    ]
                    : Array.Empty<Block>(),
                .. next.Count > 0 ? [new Block.Lines(say[Core.Say.CheckNextTitle, language], [.. next.Select(action => Line(action, language))], LinesKind.DoNow)] : Array.Empty<Block>(),
                new Block.Note(say[Core.Say.CheckDeskNote, language]),
            ],
            [.. goOn, .. next.Select(action => new Button(action.Item.Measure.Title.In(language), new Choice(Verb.Pick, 0, action.Item.Measure.Id)))]);
    }

    private Fact[] Own(OwnAnswer own, Language language) =>
    [
        new Fact(say[Core.Say.CheckOwnAnswer, language], say[CheckWording.Of(own.Answer), language]),
        .. own.Note.Length > 0 ? [new Fact(say[Core.Say.CheckOwnNote, language], own.Note)] : Array.Empty<Fact>(),
        .. own.Link.Length > 0 ? [new Fact(say[Core.Say.CheckOwnLink, language], own.Link)] : Array.Empty<Fact>(),
    ];

    private string Line(NextAction action, Language language)
    {
        var (measure, settled) = (action.Item.Measure, action.Item.Settled);
        return say[
            Core.Say.CheckNextLine, language, measure.Title.In(language), Sources.Pages(measure.Pages), string.Join(", ", measure.GuidancePages),
            settled is { Responsible.Length: > 0 } ? settled.Responsible : say[Core.Say.CheckNobody, language]];
    }

    private string RoundName(CheckRound round, Language language) => say[Core.Say.CheckRoundName, language, Text(round.Number), IncidentWording.Day(JapanTime.Day(round.Opened))];

    private Bar Bar(string label, Coverage coverage, Language language) => new(
        label, coverage.Percent, say[Core.Say.CheckBarValue, language, coverage.Percent is { } percent ? $"{Text(percent)}%" : "–", Text(coverage.Answered), Text(coverage.Items)]);

    private static int Answered(CheckScene check, Checklist checklist) => check.Own.Count(own => checklist.Find(own.Item) is not null);

    private Button Continue(Language language) => new(say[Core.Say.CheckContinueButton, language], To(""));

    private static Choice To(string argument) => new(Verb.Check, 0, argument);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
