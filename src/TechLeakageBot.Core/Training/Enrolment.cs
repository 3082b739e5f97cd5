namespace TechLeakageBot.Core.Training;

/// <summary>A person's place in a course.</summary>
/// <param name="Assigned">The day in Japan on which it was assigned, or begun.</param>
/// <param name="Due">By when it is to be done; null where the person chose it.</param>
/// <param name="Score">The best share of right answers in the course's quiz, in percent; null before one was ended.</param>
/// <param name="Drills">Those of the course's drills that were played to the end.</param>
/// <param name="Completed">Null while it is not done.</param>
/// <param name="Certificate">The certificate's number; null while it is not done.</param>
/// <param name="Reminded">How many of its reminders were sent.</param>
public sealed record Enrolment(
    string Course, DateOnly Assigned, DateOnly? Due, int? Score, IReadOnlyList<string> Drills, DateOnly? Completed, string? Certificate, int Reminded);
