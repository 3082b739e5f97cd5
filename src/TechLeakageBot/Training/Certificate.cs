using TechLeakageBot.Core;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Training;

/// <summary>What a certificate says.</summary>
/// <param name="Course">The course's title, or its id where the course is no more.</param>
/// <param name="RenewBy">By when the course is to be done anew; null where the course is no more.</param>
public sealed record Certificate(string Number, Bilingual Course, DateOnly Completed, DateOnly? RenewBy)
{
    /// <returns>Null where the trainee has no such certificate.</returns>
    public static Certificate? Of(Trainee trainee, string number, Curriculum curriculum)
    {
        if (trainee.Enrolments.LastOrDefault(enrolment => enrolment.Certificate == number) is not { Completed: { } completed } enrolment)
            return null;
        var course = curriculum.Course(enrolment.Course);
        return new Certificate(number, course?.Title ?? new Bilingual(enrolment.Course, enrolment.Course), completed, course is null ? null : completed.AddMonths(course.RenewMonths));
    }
}
