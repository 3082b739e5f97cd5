namespace TechLeakageBot.Core.Training;

/// <summary>What there is to practise.</summary>
public sealed record Curriculum(IReadOnlyList<QuizQuestion> Questions, IReadOnlyList<Course> Courses)
{
    public static Curriculum Empty { get; } = new([], []);

    public QuizQuestion? Question(string id) => Questions.FirstOrDefault(question => question.Id == id);

    public Course? Course(string? id) => Courses.FirstOrDefault(course => course.Id == id);
}
