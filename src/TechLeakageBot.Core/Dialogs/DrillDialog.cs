using System.Buffers;
using System.Globalization;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Drills: the bot plays a contact, the trainee answers in words or by button. Where a run stands is kept with the trainee.</summary>
internal sealed class DrillDialog(KnowledgeBase knowledge)
{
    private static readonly SearchValues<char> CourseSigns = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-.");

    private readonly Curriculum curriculum = knowledge.Curriculum;
    private readonly DrillCards cards = new(knowledge);
    private readonly GeneralCards general = new(knowledge);

    public DialogTurn Menu(DialogTurn turn, int page = 0) => turn.Reply(cards.Menu(turn.Trainee, page, turn.Language));

    /// <summary>Begins a drill; goes on with it where it is under way already, and asks first where another one is.</summary>
    /// <param name="course">The course that the run is for.</param>
    public DialogTurn Begin(DialogTurn turn, string id, string? course = null)
    {
        if (curriculum.Drill(id) is not { } drill)
            return turn.Reply(cards.Word(Say.DrillGone, turn.Language));
        return turn.Trainee.Drill is { } run && curriculum.Drill(run.Drill) is { } other && other.Holds(run)
            ? (run.Drill, run.Course) == (id, course) ? Show(turn, other, run, whole: true)
            : run.Moves.Count > 0 ? turn.Reply(cards.Unfinished(other, run, drill, course, turn.Language))
            : Start(turn, drill, course)
            : Start(turn, drill, course);
    }

    /// <summary>A click on a button of a drill, from whichever card it stands on.</summary>
    public DrillOutcome Do(DialogTurn turn, Choice choice) => choice.Argument.Split('.', 2) switch
    {
        [DrillCards.Answer, var rest] when rest.LastIndexOf('.') is > 0 and var dot && Choice.Named<Act>(rest[(dot + 1)..]) is { } act => Answer(turn, rest[..dot], act),
        [DrillCards.List] => Menu(turn),
        [DrillCards.List, var page] when int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => Menu(turn, number),
        [DrillCards.First, var rest] when rest.Split('.', 2) is [var id, .. var course] => Begin(turn, id, Course(course)),
        [DrillCards.Instead, var rest] when rest.Split('.', 3) is [var run, var id, .. var course] => Instead(turn, run, id, Course(course)),
        [DrillCards.Stop] => Stop(turn),
        _ => Resume(turn),
    };

    /// <summary>Words while a drill waits for an answer; null where they are a command to the bot.</summary>
    public DrillOutcome? Hear(DialogTurn turn, Stage.Practising waiting, string text, Reading reading)
    {
        if (AnswerWords.IsCancel(text))
            return Stop(turn);
        if (AnswerWords.IsHelp(text))
            return turn.Reply(general.Help(turn.Language));
        if (turn.Trainee.Drill is not { } run)
            return turn.GoOn().Reply(cards.Word(Say.DrillOverElsewhere, turn.Language));
        if (Mended(turn, run) is { } mended)
            return mended;
        var drill = curriculum.Drill(run.Drill)!;
        if (waiting.Shown is { } shown && shown != Place(run))
            return Show(turn, drill, run, Say.DrillMovedOn);
        if (AnswerWords.IsBack(text))
            return Back(turn, drill, run);
        if ((Repeated(drill.Step(run.Step)!, text) ?? curriculum.Judge.Judge(text).Act) is { } act)
            return Answered(turn, drill, run, act, inWords: true);
        return reading is { Intent: Intent.Command, Sure: true } ? null : (DrillOutcome)Show(turn, drill, run, MayBeReal(reading) ? Say.DrillMayBeReal : Say.DrillAskBack);
    }

    /// <summary>Whether words that are no answer to the contact may tell of something that happened.</summary>
    private static bool MayBeReal(Reading reading) => reading is { Intent: Intent.Situation, Severity: > Severity.Info, Sure: true };

    /// <summary>What follows on the word that a matter is a real one; null where a text does not begin with it. Empty where nothing follows.</summary>
    public static string? Real(string text) => AnswerWords.AfterReal(text);

    /// <summary>The act of the answer that a text repeats as it was shown; null where it repeats none.</summary>
    private static Act? Repeated(DrillStep step, string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)));
        return step.Replies.FirstOrDefault(reply => folded == Folding.Fold(reply.Text.Ja) || folded == Folding.Fold(reply.Text.En))?.Acts[0];
    }

    /// <summary>Leaves the drill for a real matter that is still to be told.</summary>
    public DialogTurn AskReal(DialogTurn turn) => turn.GoOn().Reply(cards.Stopped(Say.DrillAskReal, turn.Language));

    /// <summary>Shows where the drill under way stands.</summary>
    public DialogTurn Resume(DialogTurn turn) => turn.Trainee.Drill is { } run
        ? Mended(turn, run) ?? Show(turn, curriculum.Drill(run.Drill)!, run, whole: true)
        : turn.Reply(cards.Word(Say.DrillNotUnderWay, turn.Language));

    /// <summary>A course as a button names it; null for what no course is called.</summary>
    private static string? Course(string[] named) => named is [{ Length: > 0 } course] && !course.AsSpan().ContainsAnyExcept(CourseSigns) ? course : null;

    private DialogTurn Stop(DialogTurn turn) => turn.Trainee.Drill is null
        ? Left(turn).Reply(cards.Word(Say.DrillNotUnderWay, turn.Language))
        : Left(turn).Reply(cards.Stopped(Say.DrillStopped, turn.Language));

    private DialogTurn Start(DialogTurn turn, Drill drill, string? course, Say? word = null)
    {
        var run = drill.Begin(turn.Trainee.Runs + 1, course);
        return Show(turn with { Trainee = turn.Trainee with { Drill = run, Runs = run.Number } }, drill, run, word, whole: true);
    }

    /// <param name="run">The number of the run that is given up for it: the button of another run does not give up the present one.</param>
    private DialogTurn Instead(DialogTurn turn, string run, string id, string? course) =>
        turn.Trainee.Drill is { } given && run == Number(given) && curriculum.Drill(id) is { } drill ? Start(turn, drill, course) : Begin(turn, id, course);

    /// <summary>A run whose drill was edited or taken out meanwhile: begun anew or ended without a result. Null where the run holds.</summary>
    private DialogTurn? Mended(DialogTurn turn, DrillRun run) => curriculum.Drill(run.Drill) switch
    {
        null => Left(turn with { Trainee = turn.Trainee with { Drill = null } }).Reply(cards.Word(Say.DrillGone, turn.Language)),
        var drill when !drill.Holds(run) => Start(turn, drill, run.Course, Say.DrillEdited),
        _ => null,
    };

    /// <param name="place">Where the button was shown.</param>
    private DrillOutcome Answer(DialogTurn turn, string place, Act act)
    {
        if (turn.Trainee.Drill is not { } run)
            return turn.Reply(cards.Word(Say.DrillNotUnderWay, turn.Language));
        if (Mended(turn, run) is { } mended)
            return mended;
        var drill = curriculum.Drill(run.Drill)!;
        return place == Place(run) ? Answered(turn, drill, run, act, inWords: false) : Show(turn, drill, run, Say.DrillMovedOn);
    }

    private DrillOutcome Answered(DialogTurn turn, Drill drill, DrillRun run, Act act, bool inWords)
    {
        Act? taken = inWords ? act : null;
        switch (drill.Advance(run, act))
        {
            case DrillProgress.GoesOn { Run: var next }:
                return Show(turn with { Trainee = turn.Trainee with { Drill = next } }, drill, next, taken: taken);
            case DrillProgress.Ended ended:
                return End(turn, drill, run, ended);
            default:
                throw new InvalidOperationException("An answer led nowhere.");
        }
    }

    private DrillOutcome End(DialogTurn turn, Drill drill, DrillRun run, DrillProgress.Ended ended)
    {
        var result = ended.Ending.Result;
        var best = turn.Trainee.Drills.TryGetValue(drill.Id, out var before) && before > result ? before : result;
        var trainee = turn.Trainee with { Drill = null, Drills = new Dictionary<string, DrillResult>(turn.Trainee.Drills) { [drill.Id] = best } };
        var debriefed = Left(turn with { Trainee = trainee }).Reply(cards.Debrief(drill, ended, run.Course, turn.Language));
        return new DrillOutcome(debriefed, result, drill.Id, run.Course);
    }

    private DialogTurn Back(DialogTurn turn, Drill drill, DrillRun run)
    {
        if (run.Moves.Count == 0)
            return Show(turn, drill, run, whole: true);
        var back = run with { Step = run.Moves[^1].Step, Moves = [.. run.Moves.SkipLast(1)] };
        return Show(turn with { Trainee = turn.Trainee with { Drill = back } }, drill, back);
    }

    /// <param name="word">What is to be said first.</param>
    /// <param name="whole">Whether the setting is told too.</param>
    /// <param name="taken">What the words before were taken for.</param>
    private DialogTurn Show(DialogTurn turn, Drill drill, DrillRun run, Say? word = null, bool whole = false, Act? taken = null) => turn
        .Move(new Stage.Practising(Practice.Drill, turn.Matter, Place(run)))
        .Reply(cards.Step(drill, run, word, whole, taken, turn.Language));

    /// <summary>No longer waiting for the drill; whatever else the bot waits for stays.</summary>
    private static DialogTurn Left(DialogTurn turn) => turn.Stage is Stage.Practising { What: Practice.Drill } ? turn.GoOn() : turn;

    /// <summary>The run and its step, as its buttons carry them.</summary>
    internal static string Place(DrillRun run) => $"{Number(run)}.{run.Step}";

    private static string Number(DrillRun run) => run.Number.ToString(CultureInfo.InvariantCulture);
}
