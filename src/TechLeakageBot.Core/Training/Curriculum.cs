namespace TechLeakageBot.Core.Training;

/// <summary>What can be practised. Each id once.</summary>
/// <param name="Judge">Tells what an answer in a drill comes to.</param>
public sealed record Curriculum(IReadOnlyList<QuizQuestion> Questions, IReadOnlyList<Course> Courses, IReadOnlyList<Drill> Drills, ReplyJudge Judge)
{
    public static Curriculum Empty { get; } = new([], [], [], ReplyJudge.KnowsNothing);

    public QuizQuestion? Question(string id) => Questions.FirstOrDefault(question => question.Id == id);

    public Course? Course(string? id) => Courses.FirstOrDefault(course => course.Id == id);

    public Drill? Drill(string id) => Drills.FirstOrDefault(drill => drill.Id == id);
}
