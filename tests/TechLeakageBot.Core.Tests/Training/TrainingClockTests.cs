using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Tests.Training;

public class TrainingClockTests
{
    private static readonly Course Basics = new("basics", TrainingAudience.Everyone, new Bilingual("基本", "Basics"), new Bilingual("", ""), [Known.Sns], ["drill"], 2, 80, 10, 12);
    private static readonly Curriculum Curriculum = TechLeakageBot.Core.Training.Curriculum.Empty with { Courses = [Basics] };
    private static readonly DateOnly First = new(2026, 4, 1);

    [Fact]
    public void An_assigned_course_is_spoken_of_at_once_a_week_before_on_the_day_and_weekly_for_four_weeks()
    {
        var trainee = Enrolling.Assign(Trainee.New, Basics, First, First.AddDays(30));
        Assert.Equal([0, 23, 30, 37, 44, 51, 58], Days(ref trainee, 200));
        Assert.Null(TrainingClock.Due(trainee, Curriculum));
    }

    [Fact]
    public void What_is_done_is_spoken_of_no_more_until_a_month_before_its_year_is_over()
    {
        var trainee = Enrolling.Assign(Trainee.New, Basics, First, First.AddDays(30));
        Assert.Equal([0], Days(ref trainee, 10));
        trainee = Done(trainee, First.AddDays(10));
        var renewed = First.AddDays(10).AddMonths(11).DayNumber - First.DayNumber;
        var due = First.AddDays(10).AddMonths(12).DayNumber - First.DayNumber;
        Assert.Equal([renewed, due - 7, due, due + 7], Days(ref trainee, due + 10));
        Assert.Equal(2, trainee.Enrolments.Count);
    }

    [Fact]
    public void A_course_begun_by_choice_is_neither_spoken_of_nor_renewed()
    {
        var trainee = Done(Enrolling.Assign(Trainee.New, Basics, First, due: null), First);
        Assert.NotNull(trainee.Enrolments[0].Certificate);
        Assert.Empty(Days(ref trainee, 800));
    }

    [Fact]
    public void After_a_long_silence_one_reminder_says_it_all()
    {
        var trainee = Enrolling.Assign(Trainee.New, Basics, First, First.AddDays(30));
        (trainee, var courses) = TrainingClock.Advance(trainee, Curriculum, At(40));
        Assert.Equal(["basics"], courses);
        Assert.Equal(At(44), TrainingClock.Due(trainee, Curriculum));
    }

    [Fact]
    public void A_day_that_is_moved_begins_its_reminders_anew_and_one_that_is_done_stays_done()
    {
        var trainee = Enrolling.Assign(Trainee.New, Basics, First, First.AddDays(30));
        Days(ref trainee, 40);
        trainee = Enrolling.Assign(trainee, Basics, First.AddDays(40), First.AddDays(90));
        Assert.Single(trainee.Enrolments);
        Assert.Equal(First.AddDays(90), trainee.Enrolments[0].Due);
        trainee = Done(trainee, First.AddDays(50));
        Assert.Same(trainee, Enrolling.Assign(trainee, Basics, First.AddDays(60), First.AddDays(100)));
        Assert.Equal(2, Enrolling.Assign(trainee, Basics, First.AddDays(300), First.AddDays(500)).Enrolments.Count);
    }

    [Fact]
    public void A_course_that_an_edit_took_away_is_forgotten_by_the_clock() =>
        Assert.Null(TrainingClock.Due(Enrolling.Assign(Trainee.New, Basics, First, First.AddDays(30)), TechLeakageBot.Core.Training.Curriculum.Empty));

    [Fact]
    public void Nobody_is_reminded_before_nine_in_the_morning()
    {
        var trainee = Enrolling.Assign(Trainee.New, Basics, First, First.AddDays(30));
        Assert.Empty(TrainingClock.Advance(trainee, Curriculum, At(0).AddMinutes(-1)).Courses);
        Assert.Equal(At(0), TrainingClock.Due(trainee, Curriculum));
    }

    [Fact]
    public void A_course_is_complete_when_its_quiz_is_passed_and_every_drill_was_played()
    {
        var trainee = Enrolling.Assign(Trainee.New, Basics, First, null);
        Assert.Same(trainee, Complete(trainee));
        trainee = Enrolling.Scored(trainee, "basics", 79);
        trainee = Enrolling.Drilled(trainee, "basics", "drill");
        Assert.Same(trainee, Complete(trainee));
        trainee = Complete(Enrolling.Scored(Enrolling.Scored(trainee, "basics", 80), "basics", 10));
        Assert.Equal((80, First), (trainee.Enrolments[0].Score, trainee.Enrolments[0].Completed));
        Assert.Matches("^TC-2026-[2-9A-Z]{5}-[2-9A-Z]{5}$", trainee.Enrolments[0].Certificate);
    }

    private static Trainee Complete(Trainee trainee) => Enrolling.Complete(trainee, Basics, "somebody", First, "key"u8);

    private static Trainee Done(Trainee trainee, DateOnly on) =>
        Enrolling.Complete(Enrolling.Drilled(Enrolling.Scored(trainee, "basics", 100), "basics", "drill"), Basics, "somebody", on, "key"u8);

    private static DateTimeOffset At(int day) => JapanTime.At(First.AddDays(day), new TimeOnly(9, 0));

    /// <summary>The days on which the person hears something, when the clock looks only when it said that it would.</summary>
    private static List<int> Days(ref Trainee trainee, int last)
    {
        List<int> days = [];
        while (TrainingClock.Due(trainee, Curriculum) is { } due && due <= At(last))
        {
            (trainee, var courses) = TrainingClock.Advance(trainee, Curriculum, due);
            if (courses.Count > 0)
                days.Add(JapanTime.Day(due).DayNumber - First.DayNumber);
        }

        return days;
    }
}
