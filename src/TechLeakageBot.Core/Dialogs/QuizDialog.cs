using System.Globalization;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>
/// The quiz: asked, answered by button, letter or number, marked, and asked on. What is under way is kept with the trainee, so that it
/// goes on after days and in any conversation; every answer names its run and its question, so that one to an earlier question counts
/// for nothing.
/// </summary>
internal sealed class QuizDialog(KnowledgeBase knowledge)
{
    private readonly QuizCards cards = new(knowledge);
    private readonly CourseDialog courses = new(knowledge);

    private Curriculum Curriculum => knowledge.Curriculum;

    /// <summary>Goes on with the quiz under way, else begins one.</summary>
    /// <param name="topics">Ids of topics that are wished for; empty for any.</param>
    public DialogTurn Open(DialogTurn turn, IReadOnlyCollection<string> topics) =>
        turn.Trainee.Quiz is not null && topics.Count == 0 ? Resume(turn) : Begin(turn, null, topics);

    /// <summary>The quiz of a course.</summary>
    public DialogTurn Begin(DialogTurn turn, Course course) =>
        turn.Trainee.Quiz is { } run && run.Course == course.Id ? Resume(turn) : Begin(turn, course, course.Topics);

    public DialogTurn Resume(DialogTurn turn) => turn.Trainee.Quiz is null ? Begin(turn, null, []) : Ask(Wait(turn));

    public DialogTurn Do(DialogTurn turn, string argument) => argument switch
    {
        QuizCards.New => Begin(turn, null, []),
        QuizCards.Resume => Resume(turn),
        _ => Answer(turn, argument),
    };

    /// <summary>Whether a text is letters or numbers of the question that waits, right or wrong.</summary>
    public bool IsAnswer(DialogTurn turn, string text) => turn.Trainee.Quiz is { } run && Current(run) is { } question && Letters(text, question.Options.Count).Length > 0;

    /// <summary>A text while a question waits for its answer.</summary>
    public DialogTurn Hear(DialogTurn turn, string text)
    {
        if (turn.Trainee.Quiz is not { } run)
            return turn.GoOn().Reply(cards.Word(Say.QuizNone, turn.Language));
        if (AnswerWords.IsCancel(text))
            return turn.GoOn().Reply(cards.Stopped(run, turn.Language));
        if (Current(run) is not { } question)
            return Ask(turn);
        var letters = Letters(text, question.Options.Count);
        return letters switch
        {
            [var place] when question.Kind != QuestionKind.Order => Mark(turn, run, question, QuizPlan.Shuffled(question, run.Seed)[place]),
            { Length: > 0 } when question.Kind == QuestionKind.Order && Order(run, question, letters) is { } picked => Pick(turn, run, question, picked),
            { Length: > 0 } when question.Kind == QuestionKind.Order => Ask(turn.Reply(cards.Word(Say.QuizPickedAlready, turn.Language))),
            _ => Ask(turn.Reply(cards.Word(Say.QuizNotAnAnswer, turn.Language))),
        };
    }

    private DialogTurn Begin(DialogTurn turn, Course? course, IReadOnlyCollection<string> topics)
    {
        var number = turn.Trainee.Runs + 1;
        var seed = (int)(StableHash.Number($"{turn.Scene.Who} {number} {turn.Scene.At.UtcTicks}") & int.MaxValue);
        var pool = Curriculum.Questions.Where(question => topics.Count == 0 || topics.Contains(question.Topic));
        var asked = QuizPlan.Choose(pool, turn.Trainee.Memory, JapanTime.Day(turn.Scene.At), course?.Questions ?? QuizPlan.Length, seed);
        if (asked.Count == 0)
            return turn.Reply(cards.Word(Say.QuizNone, turn.Language));
        var trainee = turn.Trainee with { Runs = number, Quiz = new QuizRun(number, course?.Id, asked, 0, seed, [], 0, 0, []) };
        return Ask(Wait(turn with { Trainee = trainee }));
    }

    private static DialogTurn Wait(DialogTurn turn) => turn.Move(new Stage.Practising(Practice.Quiz, turn.Matter));

    /// <summary>The question that waits, past those that were taken out meanwhile; the result where none is left.</summary>
    private DialogTurn Ask(DialogTurn turn)
    {
        var run = turn.Trainee.Quiz!;
        var known = run;
        while (known.At < known.Questions.Count && Curriculum.Question(known.Questions[known.At]) is null)
            known = known with { At = known.At + 1, Picked = [] };
        if (known != run)
            turn = (turn with { Trainee = turn.Trainee with { Quiz = known } }).Reply(cards.Word(Say.QuizTakenOut, turn.Language));
        return Current(known) is { } question ? turn.Reply(cards.Question(known, question, turn.Language)) : End(turn, known);
    }

    private DialogTurn End(DialogTurn turn, QuizRun run)
    {
        var course = Curriculum.Course(run.Course);
        var ended = (turn with { Trainee = turn.Trainee with { Quiz = null } }).GoOn().Reply(cards.Ended(run, course, turn.Language));
        return course is null || run.Counted == 0 ? ended : courses.Scored(ended, course, Marking.Score(run));
    }

    private DialogTurn Answer(DialogTurn turn, string argument)
    {
        if (argument.Split('.') is not [var number, var at, var option, var edition] || !Read(number, out var run) || !Read(at, out var place) || !Read(option, out var chosen))
            return turn.Reply(cards.Word(Say.StaleButton, turn.Language));
        if (turn.Trainee.Quiz is not { } current || current.Number != run)
            return turn.Reply(cards.Word(Say.QuizOtherRun, turn.Language));
        var waiting = Wait(turn);
        if (current.At != place)
            return Ask(waiting.Reply(cards.Word(Say.QuizAnsweredAlready, turn.Language)));
        if (Current(current) is not { } question)
            return Ask(waiting);
        if (question.Edition != edition || chosen >= question.Options.Count)
            return Ask((waiting with { Trainee = turn.Trainee with { Quiz = current with { Picked = [] } } }).Reply(cards.Word(Say.QuizEdited, turn.Language)));
        if (question.Kind != QuestionKind.Order)
            return Mark(waiting, current, question, chosen);
        return current.Picked.Contains(chosen)
            ? Ask(waiting.Reply(cards.Word(Say.QuizPickedAlready, turn.Language)))
            : Pick(waiting, current, question, [.. current.Picked, chosen]);
    }

    private DialogTurn Mark(DialogTurn turn, QuizRun run, QuizQuestion question, int chosen)
    {
        var trainee = Marking.Answered(turn.Trainee, run, question, question.Options[chosen].IsRight, turn.Scene.At);
        return Ask((turn with { Trainee = trainee }).Reply(cards.Marked(question, chosen, turn.Language)));
    }

    /// <summary>The steps picked so far; the last one follows from the others.</summary>
    private DialogTurn Pick(DialogTurn turn, QuizRun run, QuizQuestion question, int[] picked)
    {
        if (picked.Length < question.Options.Count - 1)
            return Ask(turn with { Trainee = turn.Trainee with { Quiz = run with { Picked = picked } } });
        var isRight = picked.SequenceEqual(Enumerable.Range(0, picked.Length));
        var trainee = Marking.Answered(turn.Trainee, run, question, isRight, turn.Scene.At);
        return Ask((turn with { Trainee = trainee }).Reply(cards.MarkedOrder(question, isRight, turn.Language)));
    }

    private QuizQuestion? Current(QuizRun run) => run.At < run.Questions.Count ? Curriculum.Question(run.Questions[run.At]) : null;

    /// <summary>A text as places on the card: b, 2, CABD, 3 1 2 4, C→A→B. Empty where it is anything else.</summary>
    private static int[] Letters(string text, int options)
    {
        if (text.Length > 40)
            return [];
        char[] signs = [.. Folding.Fold(text).Where(sign => !char.IsWhiteSpace(sign) && sign is not (',' or '、' or '>' or '-' or '→' or '.'))];
        int[] places = [.. signs.Select(sign => sign is >= 'a' and <= 'z' ? sign - 'a' : sign is >= '1' and <= '9' ? sign - '1' : int.MaxValue)];
        return places.All(place => place < options) && places.Distinct().Count() == places.Length ? places : [];
    }

    /// <summary>What was picked before and what the letters add; null where they name a step twice.</summary>
    private static int[]? Order(QuizRun run, QuizQuestion question, int[] letters)
    {
        var shown = QuizPlan.Shuffled(question, run.Seed);
        int[] named = [.. letters.Select(place => shown[place])];
        int[] all = named.Length >= question.Options.Count - 1 ? named : [.. run.Picked, .. named];
        return all.Distinct().Count() == all.Length ? all : null;
    }

    private static bool Read(string digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
