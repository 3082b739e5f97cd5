using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Training;

/// <summary>How training stands, in numbers.</summary>
/// <param name="Departments">By what is left to do, most first; an empty name for people without a department.</param>
/// <param name="Months">The last twelve, oldest first.</param>
/// <param name="Weakest">Topics that are answered least well, weakest first.</param>
/// <param name="People">How many stand on the list.</param>
/// <param name="Silent">How many of them have not spoken with the bot.</param>
public sealed record TrainingFigures(
    IReadOnlyList<CourseFigures> Courses, IReadOnlyList<DepartmentFigures> Departments, IReadOnlyList<MonthFigures> Months, IReadOnlyList<TopicFigures> Weakest, int People, int Silent)
{
    private const int MonthsShown = 12;
    private const int MostTopics = 5;

    /// <summary>From fewer, a single person's answers could be read.</summary>
    private const int LeastPeople = 3;
    private const int LeastAnswers = 5;

    /// <param name="people">Those in the officer's care.</param>
    /// <param name="everybody">Whoever has practised: topics are counted over all of them, so that none can be told apart by site.</param>
    internal static TrainingFigures Of(
        IReadOnlyList<StoredTrainee> people, IReadOnlyList<StoredTrainee> everybody, IReadOnlySet<PersonKey> spoken, Curriculum curriculum, DateOnly today)
    {
        PersonRow[] rows = [.. people.SelectMany(person => PersonRow.Of(person, curriculum, today, spoken.Contains(person.Key))).Where(row => row.Course is not null)];
        return new TrainingFigures(
            [
                .. curriculum.Courses.Select(course => (course.Id, Rows: rows.Where(row => row.Course == course.Id).ToArray())).Select(course =>
                    new CourseFigures(course.Id, course.Rows.Length, course.Rows.Count(IsDone), course.Rows.Count(row => row.Status == TrainingStatus.Overdue))),
            ],
            [
                .. rows.GroupBy(row => row.Department).Select(same => new DepartmentFigures(same.Key, same.Count(), same.Count(IsDone)))
                    .OrderBy(one => (double)one.Done / one.Assigned).ThenByDescending(one => one.Assigned).ThenBy(one => one.Department, StringComparer.Ordinal),
            ],
            [.. Enumerable.Range(0, MonthsShown).Select(i => new DateOnly(today.Year, today.Month, 1).AddMonths(i + 1 - MonthsShown)).Select(month => MonthOf(month, people))],
            [.. Topics(everybody).OrderBy(topic => topic.Percent).ThenBy(topic => topic.Topic, StringComparer.Ordinal).Take(MostTopics)],
            people.Count,
            people.Count(person => !spoken.Contains(person.Key)));
    }

    private static bool IsDone(PersonRow row) => row.Status == TrainingStatus.Done;

    private static MonthFigures MonthOf(DateOnly month, IEnumerable<StoredTrainee> people)
    {
        Enrolment[] done = [.. people.SelectMany(person => person.Trainee.Enrolments).Where(one => one.Completed is { } day && (day.Year, day.Month) == (month.Year, month.Month))];
        var late = done.Count(one => one.Completed > one.Due);
        return new MonthFigures(month, done.Length - late, late);
    }

    private static IEnumerable<TopicFigures> Topics(IEnumerable<StoredTrainee> everybody) =>
        from memory in everybody.SelectMany(person => person.Trainee.Memory)
        where memory.Value.Asked > 0
        group memory.Value by memory.Key into topic
        where topic.Count() >= LeastPeople && topic.Sum(one => one.Asked) >= LeastAnswers
        select new TopicFigures(topic.Key, 100 * topic.Sum(one => one.Right) / topic.Sum(one => one.Asked));
}

public sealed record CourseFigures(string Course, int Assigned, int Done, int Overdue);

public sealed record DepartmentFigures(string Department, int Assigned, int Done);

/// <param name="InTime">Completed by the day it was due, or by choice.</param>
public sealed record MonthFigures(DateOnly Month, int InTime, int Late);

/// <param name="Percent">The share of right answers. How many answers and people it is from is told to nobody.</param>
public sealed record TopicFigures(string Topic, int Percent);
