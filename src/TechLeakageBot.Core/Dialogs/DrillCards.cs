using System.Globalization;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a drill shows: the list, the contact's words, the debrief.</summary>
internal sealed class DrillCards(KnowledgeBase knowledge)
{
    /// <summary>Answers a step. Followed by the run's number, the step and the act.</summary>
    public const string Answer = "answer";

    /// <summary>Lists the drills. May be followed by the page, counted from 0.</summary>
    public const string List = "list";

    /// <summary>Begins a drill. Followed by its id, and perhaps the course.</summary>
    public const string First = "begin";

    /// <summary>Begins a drill in place of another. Followed by the number of the run given up, the drill's id, and perhaps the course.</summary>
    public const string Instead = "new";

    public const string Continue = "continue";
    public const string Stop = "stop";

    /// <summary>On a page of the list: with a button to go on and one to turn the page they fill the rows that every channel shows.</summary>
    private const int Listed = 7;

    private readonly Phrases say = knowledge.Phrases;
    private readonly IReadOnlyList<Drill> drills = [.. knowledge.Curriculum.Drills.OrderBy(drill => drill.Difficulty).ThenBy(drill => drill.Id, StringComparer.Ordinal)];

    /// <param name="page">Counted from 0; after the last comes the first.</param>
    public Card Menu(Trainee trainee, int page, Language language)
    {
        if (drills.Count == 0)
            return Card.Of(language, new Block.Paragraph(say[Say.DrillNone, language]));
        var pages = (drills.Count + Listed - 1) / Listed;
        var shown = page % pages;
        return new Card(
            language,
            [new Block.Heading(say[Say.DrillTitle, language]), new Block.Paragraph(say[Say.DrillMenu, language])],
            [
                .. trainee.Drill is { } run && knowledge.Curriculum.Drill(run.Drill) is { } drill
                    ? [Button(say[Say.DrillContinueWith, language, drill.Title.In(language)], Continue)]
                    : Array.Empty<Button>(),
                .. drills.Skip(shown * Listed).Take(Listed).Select(each => Button(
                    trainee.Drills.ContainsKey(each.Id) ? say[Say.DrillDone, language, each.Title.In(language)] : each.Title.In(language), $"{First}.{each.Id}")),
                .. pages > 1 ? [Button(say[Say.DrillOtherButton, language], string.Create(CultureInfo.InvariantCulture, $"{List}.{(shown + 1) % pages}"))] : Array.Empty<Button>(),
            ]);
    }

    /// <summary>The contact's words, shown as a role-play so that nobody takes them for real. The answers stand as text under letters, as a quiz has its options.</summary>
    /// <param name="word">What is to be said first.</param>
    /// <param name="whole">Whether the setting is told too.</param>
    /// <param name="taken">What the words before were taken for.</param>
    public Card Step(Drill drill, DrillRun run, Say? word, bool whole, Act? taken, Language language)
    {
        var step = drill.Step(run.Step)!;
        var replies = Shuffled(run, step);
        return new Card(
            language,
            [
                .. word is { } first ? [new Block.Paragraph(say[first, language])] : Array.Empty<Block>(),
                .. taken is { } act ? [new Block.Note(say[Say.DrillTaken, language, say[Named(act), language]])] : Array.Empty<Block>(),
                .. whole
                    ? [new Block.Heading(say[Say.DrillHeading, language, drill.Title.In(language)]), new Block.Paragraph(drill.Setting.In(language))]
                    : Array.Empty<Block>(),
                new Block.Heading(say[Say.DrillContact, language, drill.Contact.In(language)]),
                new Block.Draft(step.Says.In(language)),
                new Block.Lines(say[Say.DrillReplies, language], [.. replies.Select((reply, place) => $"{QuizCards.Letter(place)}. {reply.Text.In(language)}")], LinesKind.Plain),
                new Block.Note(say[whole ? Say.DrillHowLong : Say.DrillHow, language]),
            ],
            [
                .. replies.Select((reply, place) => Button(QuizCards.Letter(place), $"{Answer}.{DrillDialog.Place(run)}.{reply.Acts[0]}")),
                Button(say[Say.DrillStopButton, language], Stop),
            ]);
    }

    /// <summary>The result, and step by step what went out, which sign was there and what could be said.</summary>
    public Card Debrief(Drill drill, DrillProgress.Ended ended, string? course, Language language) => new(
        language,
        [
            new Block.Heading(say[Say.DrillDebrief, language, drill.Title.In(language)]),
            new Block.Paragraph(say[Sentence(ended.Ending.Result), language]),
            new Block.Paragraph(ended.Ending.Text.In(language)),
            new Block.Lines(say[Say.DrillLesson, language], [ended.Ending.Lesson.In(language)], LinesKind.Plain),
            .. ended.Moves.Select((move, i) => Passed(drill.Step(move.Step)!, move.Act, i + 1, language)),
            new Sources(say).Of(drill.Pages, language),
            new Block.Note(say[Say.DrillOver, language]),
        ],
        [
            Button(say[Say.DrillAgainButton, language], Begin(drill, course)),
            Button(say[Say.DrillOtherButton, language], List),
        ]);

    /// <summary>Asks whether a drill shall be begun though another one is under way.</summary>
    public Card Unfinished(Drill other, DrillRun run, Drill drill, string? course, Language language) => new(
        language,
        [new Block.Paragraph(say[Say.DrillUnfinished, language, other.Title.In(language), drill.Title.In(language)])],
        [
            Button(say[Say.DrillContinueButton, language], Continue),
            Button(say[Say.DrillInsteadButton, language], string.Create(CultureInfo.InvariantCulture, $"{Instead}.{run.Number}.{drill.Id}{(course is null ? "" : $".{course}")}")),
        ]);

    /// <summary>The drill is left for now.</summary>
    public Card Stopped(Say word, Language language) => new(
        language,
        [new Block.Paragraph(say[word, language])],
        [Button(say[Say.DrillContinueButton, language], Continue), Button(say[Say.DrillOtherButton, language], List)]);

    public Card Word(Say word, Language language) => new(
        language, [new Block.Paragraph(say[word, language])], [Button(say[Say.DrillOtherButton, language], List)]);

    private static Say Named(Act act) => act switch
    {
        Act.Gave => Say.DrillGave,
        Act.Asked => Say.DrillAsked,
        Act.Paused => Say.DrillPaused,
        Act.Declined => Say.DrillDeclined,
        Act.Referred => Say.DrillReferred,
        _ => Say.DrillReported,
    };

    private static Say Sentence(DrillResult result) => result switch
    {
        DrillResult.Safe => Say.DrillSafe,
        DrillResult.Partly => Say.DrillPartly,
        _ => Say.DrillLeak,
    };

    private static string Begin(Drill drill, string? course) => $"{First}.{drill.Id}{(course is null ? "" : $".{course}")}";

    private static Button Button(string label, string argument) => new(label, new Choice(Verb.Drill, 0, argument));

    /// <summary>The same order each time a run comes to a step.</summary>
    private static DrillReply[] Shuffled(DrillRun run, DrillStep step)
    {
        DrillReply[] replies = [.. step.Replies];
        new Random((int)(StableHash.Number($"{run.Number} {step.Id}") & int.MaxValue)).Shuffle(replies);
        return replies;
    }

    private Block.Lines Passed(DrillStep step, Act act, int number, Language language) => new Block.Lines(
        say[Say.DrillPassed, language, number.ToString(CultureInfo.InvariantCulture), say[Named(act), language]],
        [
            step.For(act)?.Gave is { } gave ? say[Say.DrillGaveWhat, language, gave.In(language)] : say[Say.DrillGaveNothing, language],
            say[Say.DrillSign, language, step.Sign.In(language)],
            say[Say.DrillBetter, language, step.Better.In(language)],
        ],
        LinesKind.Plain);
}
