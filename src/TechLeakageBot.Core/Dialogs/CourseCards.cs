using System.Globalization;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Courses as cards.</summary>
public sealed class CourseCards(KnowledgeBase knowledge)
{
    /// <summary>The argument of <see cref="Verb.Course"/> that shows every course.</summary>
    public const string All = "all";

    /// <summary>What follows a course's id where its quiz is to begin.</summary>
    public const string Quiz = "quiz";

    private readonly Phrases say = knowledge.Phrases;

    private Curriculum Curriculum => knowledge.Curriculum;

    public Card Menu(Trainee trainee, DateOnly today, Language language)
    {
        Enrolment[] open = [.. trainee.Enrolments.Where(enrolment => enrolment.Completed is null && Curriculum.Course(enrolment.Course) is not null)];
        var due = trainee.Memory.Count(memory => memory.Value.Due <= today);
        return new Card(
            language,
            [
                new Block.Heading(say[Say.TrainingTitle, language]),
                new Block.Paragraph(say[Say.TrainingIntro, language]),
                .. open.Length == 0 ? Array.Empty<Block>() : [new Block.Lines(say[Say.TrainingOpen, language], [.. open.Select(enrolment => Line(enrolment, language))], LinesKind.Plain)],
                .. due == 0 ? Array.Empty<Block>() : [new Block.Paragraph(say[Say.TrainingReview, language, Text(due)])],
                new Block.Note(say[Say.TrainingPrivacy, language]),
            ],
            [
                .. trainee.Quiz is null ? Array.Empty<Button>() : [new Button(say[Say.QuizResume, language], new Choice(Verb.Quiz, 0, QuizCards.Resume))],
                .. open.Select(enrolment => Curriculum.Course(enrolment.Course)!).Select(course => new Button(course.Title.In(language), new Choice(Verb.Course, 0, course.Id))),
                new Button(say[Say.QuizNew, language], new Choice(Verb.Quiz, 0, QuizCards.New)),
                new Button(say[Say.TrainingDrills, language], new Choice(Verb.Drill, 0, DrillCards.List)),
                new Button(say[Say.TrainingCourses, language], new Choice(Verb.Course, 0, All)),
            ]);
    }

    public Card Courses(Trainee trainee, Language language) => new(
        language,
        [
            new Block.Heading(say[Say.TrainingCourses, language]),
            new Block.Lines("", [.. Curriculum.Courses.Select(course => Enrolling.Of(trainee, course.Id) is { } enrolment ? Line(enrolment, language) : Line(course, language))], LinesKind.Plain),
        ],
        [.. Curriculum.Courses.Select(course => new Button(course.Title.In(language), new Choice(Verb.Course, 0, course.Id)))]);

    public Card Course(Course course, Enrolment? enrolment, Language language) => new(
        language,
        [
            new Block.Heading(course.Title.In(language)),
            new Block.Paragraph(course.About.In(language)),
            new Block.Facts([.. Facts(course, enrolment, language)]),
        ],
        Parts(course, enrolment, language));

    /// <summary>What of the course comes next.</summary>
    public Card Next(Course course, Enrolment enrolment, Language language) =>
        new(language, [new Block.Paragraph(say[Say.CourseNext, language, course.Title.In(language)])], Parts(course, enrolment, language));

    public Card Certificate(Course course, Enrolment enrolment, Language language) => Card.Of(
        language,
        [
            new Block.Heading(say[Say.CertificateTitle, language]),
            new Block.Paragraph(say[Say.CertificateText, language, course.Title.In(language)]),
            new Block.Facts(
            [
                new Fact(say[Say.CertificateNumber, language], enrolment.Certificate!),
                new Fact(say[Say.CertificateDate, language], IncidentWording.Day(enrolment.Completed!.Value)),
                new Fact(say[Say.CertificateUntil, language], IncidentWording.Day(enrolment.Completed!.Value.AddMonths(course.RenewMonths))),
            ]),
            .. knowledge.Company.CertificatePage is { } page ? [new Block.Link(say[Say.CertificateLink, language], new Uri(page, enrolment.Certificate))] : Array.Empty<Block>(),
        ]);

    /// <summary>For the clock: courses that are to be done, or to be done anew.</summary>
    public Card Reminder(IReadOnlyList<Enrolment> open, Language language) => new(
        language,
        [
            new Block.Heading(say[Say.ReminderTitle, language]),
            new Block.Lines(say[Say.TrainingOpen, language], [.. open.Select(enrolment => Line(enrolment, language))], LinesKind.Plain),
            new Block.Note(say[Say.TrainingPrivacy, language]),
        ],
        [.. open.Select(enrolment => Curriculum.Course(enrolment.Course)!).Select(course => new Button(course.Title.In(language), new Choice(Verb.Course, 0, course.Id)))]);

    private Button[] Parts(Course course, Enrolment? enrolment, Language language) => enrolment is { Completed: not null }
        ? [new Button(say[Say.QuizAgain, language], new Choice(Verb.Quiz, 0, QuizCards.New))]
        :
        [
            .. enrolment is not null && Enrolling.HasPassed(enrolment, course) ? Array.Empty<Button>() : [new Button(say[Say.CourseQuiz, language], new Choice(Verb.Course, 0, $"{course.Id}.{Quiz}"))],
            .. (enrolment is null ? course.Drills : Enrolling.DrillsLeft(enrolment, course)).Select(drill => DrillButton(course, drill, language)).OfType<Button>(),
        ];

    /// <summary>Null for a drill that an edit took away.</summary>
    private Button? DrillButton(Course course, string id, Language language) => Curriculum.Drill(id) is { } drill
        ? new(say[Say.CourseDrill, language, drill.Title.In(language)], new Choice(Verb.Course, 0, $"{course.Id}.{id}"))
        : null;

    private IEnumerable<Fact> Facts(Course course, Enrolment? enrolment, Language language)
    {
        yield return new(say[Say.CourseParts, language], say[Say.CoursePartsValue, language, Text(course.Questions), Text(course.Drills.Count), Text(course.Minutes)]);
        if (enrolment?.Due is { } due)
            yield return new(say[Say.CourseDue, language], IncidentWording.Day(due));
        if (enrolment?.Score is { } score)
            yield return new(say[Say.CourseScore, language], $"{Text(score)} %");
        if (enrolment is not null && course.Drills.Count > 0)
            yield return new(say[Say.CourseDrillsDone, language], $"{Text(enrolment.Drills.Intersect(course.Drills).Count())}/{Text(course.Drills.Count)}");
        if (enrolment is { Completed: { } completed })
            yield return new(say[Say.CourseCompleted, language], $"{IncidentWording.Day(completed)} ({enrolment.Certificate})");
    }

    private string Line(Course course, Language language) =>
        $"{course.Title.In(language)} — {say[Say.CoursePartsValue, language, Text(course.Questions), Text(course.Drills.Count), Text(course.Minutes)]}";

    private string Line(Enrolment enrolment, Language language)
    {
        var title = Curriculum.Course(enrolment.Course)!.Title.In(language);
        return enrolment switch
        {
            { Completed: { } completed } => $"{title} — {say[Say.CourseDoneOn, language, IncidentWording.Day(completed)]}",
            { Due: { } due } => $"{title} — {say[Say.CourseDueBy, language, IncidentWording.Day(due)]}",
            _ => $"{title} — {say[Say.CourseUnderWay, language]}",
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
