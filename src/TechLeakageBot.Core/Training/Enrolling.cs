using System.Security.Cryptography;
using System.Text;

namespace TechLeakageBot.Core.Training;

/// <summary>A person's way through courses: assigned or begun, advanced, completed, renewed.</summary>
public static class Enrolling
{
    /// <summary>Signs that are hard to confuse.</summary>
    private const string Signs = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private const int SignsOfNumber = 10;

    /// <summary>The enrolment in force: the last one of the course; null where there is none.</summary>
    public static Enrolment? Of(Trainee trainee, string course) => trainee.Enrolments.LastOrDefault(enrolment => enrolment.Course == course);

    /// <summary>Assigns a course, or moves the day of one that is not done yet. One that is done and needs no renewal stays as it is.</summary>
    /// <param name="due">By when; null where the person begins it by choice.</param>
    public static Trainee Assign(Trainee trainee, Course course, DateOnly today, DateOnly? due)
    {
        if (Of(trainee, course.Id) is not { } known || (known.Completed is { } completed && completed.AddMonths(course.RenewMonths) <= (due ?? today)))
            return trainee with { Enrolments = [.. trainee.Enrolments, new Enrolment(course.Id, today, due, null, [], null, null, 0)] };
        return known.Completed is not null || due is null || due == known.Due
            ? trainee
            : Replace(trainee, known, known with { Due = due, Reminded = 0 });
    }

    /// <summary>A quiz of the course was ended.</summary>
    public static Trainee Scored(Trainee trainee, string course, int score) => Of(trainee, course) is { Completed: null } known
        ? Replace(trainee, known, known with { Score = Math.Max(known.Score ?? 0, score) })
        : trainee;

    /// <summary>A drill of the course was played to its end, however it ended: to have met the contact once is what counts.</summary>
    public static Trainee Drilled(Trainee trainee, string course, string drill) => Of(trainee, course) is { Completed: null } known && !known.Drills.Contains(drill)
        ? Replace(trainee, known, known with { Drills = [.. known.Drills, drill] })
        : trainee;

    /// <summary>Completes the course where everything of it is done, and gives it its certificate.</summary>
    /// <param name="who">The person, for the number.</param>
    /// <param name="key">Secret: nobody makes up a number.</param>
    public static Trainee Complete(Trainee trainee, Course course, string who, DateOnly today, ReadOnlySpan<byte> key) =>
        Of(trainee, course.Id) is { Completed: null } known && IsDone(known, course)
            ? Replace(trainee, known, known with { Completed = today, Certificate = NumberOf(course, who, today, key) })
            : trainee;

    /// <summary>What of the drills is still to be played.</summary>
    public static IEnumerable<string> DrillsLeft(Enrolment enrolment, Course course) => course.Drills.Except(enrolment.Drills);

    public static bool HasPassed(Enrolment enrolment, Course course) => enrolment.Score >= course.Pass;

    private static bool IsDone(Enrolment enrolment, Course course) => HasPassed(enrolment, course) && !DrillsLeft(enrolment, course).Any();

    private static Trainee Replace(Trainee trainee, Enrolment before, Enrolment after) =>
        trainee with { Enrolments = [.. trainee.Enrolments.Select(enrolment => ReferenceEquals(enrolment, before) ? after : enrolment)] };

    /// <summary>Such as <c>TC-2026-7K2QF-4XP9A</c>.</summary>
    private static string NumberOf(Course course, string who, DateOnly today, ReadOnlySpan<byte> key)
    {
        var hash = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"certificate\n{course.Id}\n{who}\n{today:yyyy-MM-dd}"));
        var signs = new string([.. hash.Take(SignsOfNumber).Select(one => Signs[one % Signs.Length])]);
        return $"TC-{today:yyyy}-{signs[..5]}-{signs[5..]}";
    }
}
