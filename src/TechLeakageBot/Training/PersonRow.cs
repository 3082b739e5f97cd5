using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Training;

/// <summary>What an officer sees of a person: one row a course, or one without a course. Of answers there is nothing.</summary>
/// <param name="Course">Null where nothing is assigned to the person, nor was anything completed.</param>
/// <param name="HasSpoken">Whether the person has spoken with the bot, so that reminders arrive.</param>
public sealed record PersonRow(
    string Channel,
    string Person,
    string Name,
    string Department,
    string? SiteId,
    string? Course,
    DateOnly? Due,
    TrainingStatus Status,
    int? Score,
    DateOnly? Completed,
    string? Certificate,
    bool HasSpoken)
{
    internal static IEnumerable<PersonRow> Of(StoredTrainee person, Curriculum curriculum, DateOnly today, bool hasSpoken)
    {
        Enrolment[] shown =
        [
            .. person.Trainee.Enrolments.Select(enrolment => enrolment.Course).Distinct().Select(course => Enrolling.Of(person.Trainee, course)!)
                .Where(enrolment => enrolment.Due is not null || enrolment.Completed is not null),
        ];
        var bare = new PersonRow(
            person.Key.Channel, person.Key.Person, person.Name, person.Department, person.SiteId, null, null, TrainingStatus.Nothing, null, null, null, hasSpoken);
        return shown.Length == 0 ? [bare] : shown.Select(enrolment => bare with
        {
            Course = enrolment.Course,
            Due = enrolment.Due,
            Status = StatusOf(enrolment, curriculum, today),
            Score = enrolment.Score,
            Completed = enrolment.Completed,
            Certificate = enrolment.Certificate,
        });
    }

    private static TrainingStatus StatusOf(Enrolment enrolment, Curriculum curriculum, DateOnly today) => enrolment switch
    {
        { Completed: { } completed } => curriculum.Course(enrolment.Course) is { } course && completed.AddMonths(course.RenewMonths) < today ? TrainingStatus.ToRenew : TrainingStatus.Done,
        { Due: { } due } when due < today => TrainingStatus.Overdue,
        _ => TrainingStatus.Open,
    };
}

/// <summary>In the order of the list.</summary>
public enum TrainingStatus
{
    Overdue,
    Open,

    /// <summary>Done so long ago that it should be done anew.</summary>
    ToRenew,

    /// <summary>No course is assigned.</summary>
    Nothing,
    Done,
}
