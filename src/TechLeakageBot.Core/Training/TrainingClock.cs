namespace TechLeakageBot.Core.Training;

/// <summary>What time does to a person's courses: reminders until they are done, and the yearly renewal.</summary>
public static class TrainingClock
{
    /// <summary>When people are reminded, in Japan.</summary>
    private static readonly TimeOnly Morning = new(9, 0);

    private const int DaysBefore = 7;

    /// <summary>After the day that it was due, it is said once a week for so many weeks; then the officer's list says it.</summary>
    private const int WeeksAfter = 4;

    /// <summary>When the clock has to look again; null where nothing will come.</summary>
    public static DateTimeOffset? Due(Trainee trainee, Curriculum curriculum)
    {
        DateOnly[] days = [.. trainee.Enrolments.Select(enrolment => NextDay(trainee, enrolment, curriculum)).OfType<DateOnly>()];
        return days.Length == 0 ? null : JapanTime.At(days.Min(), Morning);
    }

    /// <summary>The next moment at which people are reminded.</summary>
    public static DateTimeOffset NextMorning(DateTimeOffset now) => JapanTime.At(JapanTime.Day(now), Morning) is var today && today > now ? today : today.AddDays(1);

    /// <summary>Renews what has to be, and tells which courses the person is to be reminded of now, each once.</summary>
    public static (Trainee After, IReadOnlyList<string> Courses) Advance(Trainee trainee, Curriculum curriculum, DateTimeOffset now)
    {
        var today = JapanTime.Day(now);
        if (JapanTime.Of(now).TimeOfDay < Morning.ToTimeSpan())
            today = today.AddDays(-1);
        List<Enrolment> after = [.. trainee.Enrolments];
        foreach (var enrolment in trainee.Enrolments.Where(enrolment => RenewalOf(trainee, enrolment, curriculum) <= today))
            after.Add(new Enrolment(enrolment.Course, today, enrolment.Completed!.Value.AddMonths(curriculum.Course(enrolment.Course)!.RenewMonths), null, [], null, null, 0));

        List<string> courses = [];
        for (var i = 0; i < after.Count; i++)
        {
            var passed = Reminders(after[i], curriculum).Count(day => day <= today);
            if (passed <= after[i].Reminded)
                continue;
            courses.Add(after[i].Course);
            after[i] = after[i] with { Reminded = passed };
        }

        return courses.Count == 0 && after.Count == trainee.Enrolments.Count ? (trainee, []) : (trainee with { Enrolments = after }, [.. courses.Distinct()]);
    }

    /// <summary>A course that was assigned is renewed a month before its year is over; one begun by choice is not.</summary>
    private static DateOnly? RenewalOf(Trainee trainee, Enrolment enrolment, Curriculum curriculum) =>
        enrolment is { Completed: { } completed, Due: not null } && curriculum.Course(enrolment.Course) is { } course && Enrolling.Of(trainee, course.Id) == enrolment
            ? completed.AddMonths(course.RenewMonths - 1)
            : null;

    private static DateOnly? NextDay(Trainee trainee, Enrolment enrolment, Curriculum curriculum)
    {
        var reminders = Reminders(enrolment, curriculum);
        return enrolment.Reminded < reminders.Count ? reminders[enrolment.Reminded] : RenewalOf(trainee, enrolment, curriculum);
    }

    /// <summary>The days on which a course is spoken of: when it is assigned, a week before, on the day, and weekly after it.</summary>
    private static IReadOnlyList<DateOnly> Reminders(Enrolment enrolment, Curriculum curriculum) =>
        enrolment is { Completed: null, Due: { } due } && curriculum.Course(enrolment.Course) is not null
            ? [enrolment.Assigned, .. new[] { due.AddDays(-DaysBefore), due }.Concat(Enumerable.Range(1, WeeksAfter).Select(week => due.AddDays(7 * week))).Where(day => day > enrolment.Assigned)]
            : [];
}
