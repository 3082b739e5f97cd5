using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Courses in chat: what is assigned, what comes next, and the certificate at the end.</summary>
internal sealed class CourseDialog(KnowledgeBase knowledge)
{
    private readonly CourseCards cards = new(knowledge);

    private Curriculum Curriculum => knowledge.Curriculum;

    /// <summary>Everything there is to practise, what waits first.</summary>
    public DialogTurn Menu(DialogTurn turn) => turn.Reply(cards.Menu(turn.Trainee, JapanTime.Day(turn.Scene.At), turn.Language));

    public DialogTurn All(DialogTurn turn) => turn.Reply(cards.Courses(turn.Trainee, turn.Language));

    /// <summary>The course and where the person stands in it. To look at it is not to begin it.</summary>
    public DialogTurn Show(DialogTurn turn, Course course) => turn.Reply(cards.Course(course, Enrolling.Of(turn.Trainee, course.Id), turn.Language));

    /// <summary>The person begins a course, or goes on with it.</summary>
    public static DialogTurn Begin(DialogTurn turn, Course course) =>
        turn with { Trainee = Enrolling.Assign(turn.Trainee, course, JapanTime.Day(turn.Scene.At), due: null) };

    public DialogTurn Scored(DialogTurn turn, Course course, int score) => Complete(turn with { Trainee = Enrolling.Scored(turn.Trainee, course.Id, score) }, course);

    /// <summary>Counts for every course under way that has the drill, whether it was begun from there or not.</summary>
    public DialogTurn Drilled(DialogTurn turn, string drill)
    {
        foreach (var course in Curriculum.Courses.Where(course => course.Drills.Contains(drill) && Enrolling.Of(turn.Trainee, course.Id) is { Completed: null }))
            turn = Complete(turn with { Trainee = Enrolling.Drilled(turn.Trainee, course.Id, drill) }, course);
        return turn;
    }

    /// <summary>The certificate where the course is done now, else what comes next.</summary>
    private DialogTurn Complete(DialogTurn turn, Course course)
    {
        var who = turn.Scene.Who;
        var trainee = Enrolling.Complete(turn.Trainee, course, $"{who.Channel}\n{who.Person}", JapanTime.Day(turn.Scene.At), turn.Scene.TraceKey.Span);
        var done = turn with { Trainee = trainee };
        return Enrolling.Of(trainee, course.Id) switch
        {
            { Certificate: not null } enrolment when !ReferenceEquals(trainee, turn.Trainee) => done.Reply(cards.Certificate(course, enrolment, turn.Language)),
            { Completed: null } enrolment => done.Reply(cards.Next(course, enrolment, turn.Language)),
            _ => done,
        };
    }
}
