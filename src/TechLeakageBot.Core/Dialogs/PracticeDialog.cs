using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Where training begins and goes on: what a wish for it leads to, and the buttons of courses.</summary>
internal sealed class PracticeDialog(KnowledgeBase knowledge)
{
    private static readonly string[] ResumeWords = ["続き", "つづき", "再開", "途中から", "resume", "continue", "carry on", "go on", "left off"];
    private static readonly string[] CourseWords = ["コース", "研修", "講座", "必須", "受講", "修了", "course", "training", "mandatory", "certificate"];
    private static readonly string[] DrillWords = ["練習", "ロールプレイ", "ドリル", "やり取り", "role", "drill", "practice", "practise"];
    private static readonly string[] MenuWords = ["メニュー", "一覧", "menu", "list"];

    /// <summary>No title is longer, in characters.</summary>
    private const int LongestTitle = 100;

    /// <summary>From this share on a topic is what the person wants to be asked about; a guess is not.</summary>
    private const double ClearTopic = 0.4;

    private readonly QuizDialog quiz = new(knowledge);
    private readonly DrillDialog drills = new(knowledge);
    private readonly CourseDialog courses = new(knowledge);
    private readonly GeneralCards general = new(knowledge);

    private Curriculum Curriculum => knowledge.Curriculum;

    /// <summary>A text that asks for training.</summary>
    public DialogTurn Open(DialogTurn turn, string text, Reading reading)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)));
        if (Says(folded, ResumeWords) && Resume(turn) is { } resumed)
            return resumed;
        if (Says(folded, DrillWords))
            return drills.Menu(turn);
        if (Says(folded, CourseWords) || Says(folded, MenuWords))
            return courses.Menu(turn);
        return quiz.Open(turn, Topics(reading));
    }

    /// <summary>A text that is the title of a drill or a course, in either language; null for any other.</summary>
    public DialogTurn? Named(DialogTurn turn, string text)
    {
        if (text.Length > LongestTitle)
            return null;
        var folded = Folding.Fold(text);
        return Curriculum.Drills.FirstOrDefault(drill => Is(drill.Title)) is { } drill ? drills.Begin(turn, drill.Id)
            : Curriculum.Courses.FirstOrDefault(course => Is(course.Title)) is { } course ? courses.Show(turn, course)
            : null;

        bool Is(Bilingual title) => folded == Folding.Fold(title.Ja) || folded == Folding.Fold(title.En);
    }

    /// <summary>Goes on with what is under way, first with what waits in this conversation; null where nothing is.</summary>
    public DialogTurn? Resume(DialogTurn turn) => turn switch
    {
        { Stage: Stage.Practising { What: Practice.Quiz }, Trainee.Quiz: not null } => quiz.Resume(turn),
        { Trainee.Drill: not null } => drills.Resume(turn),
        { Trainee.Quiz: not null } => quiz.Resume(turn),
        _ => null,
    };

    /// <summary>What a drill's end means for the person's courses.</summary>
    public DialogTurn Drilled(DrillOutcome outcome) => outcome.Ended is null ? outcome.Turn : courses.Drilled(outcome.Turn, outcome.Drill);

    public DialogTurn Quiz(DialogTurn turn, string argument) => quiz.Do(turn, argument);

    public DialogTurn Course(DialogTurn turn, string argument)
    {
        if (argument is CourseCards.All)
            return courses.All(turn);
        var parts = argument.Split('.', 2);
        if (Curriculum.Course(parts[0]) is not { } course)
            return turn.Reply(general.Word(Say.CourseGone, turn.Language));
        return parts switch
        {
            [_] => courses.Show(turn, course),
            [_, CourseCards.Quiz] => quiz.Begin(CourseDialog.Begin(turn, course), course),
            [_, var drill] when course.Drills.Contains(drill) => drills.Begin(CourseDialog.Begin(turn, course), drill, course.Id),
            _ => turn.Reply(general.StaleButton(turn.Language)),
        };
    }

    /// <summary>
    /// A text while a quiz waits for its answer; null where it is something else. What may be a real matter is never taken for an
    /// answer: the quiz waits.
    /// </summary>
    public DialogTurn? Hear(DialogTurn turn, string text, Reading reading)
    {
        if (AnswerWords.IsCancel(text) || quiz.IsAnswer(turn, text))
            return quiz.Hear(turn, text);
        return reading switch
        {
            { Intent: Intent.Situation, Severity: Severity.Serious } => null,
            { Intent: Intent.Situation, Severity: Severity.Caution, Sure: true } => null,
            { Intent: Intent.Knowledge or Intent.Contacts or Intent.Command or Intent.Quiz or Intent.Checklist, Sure: true } => null,
            _ => quiz.Hear(turn, text),
        };
    }

    /// <summary>Topics that a text names, as far as there are questions about them.</summary>
    private string[] Topics(Reading reading) =>
        [.. reading.Topics.Take(1).Where(topic => topic.Score >= ClearTopic).Select(topic => topic.Id).Where(id => Curriculum.Questions.Any(question => question.Topic == id))];

    private static bool Says(string folded, string[] words) => words.Any(word => folded.Contains(word, StringComparison.Ordinal));
}
