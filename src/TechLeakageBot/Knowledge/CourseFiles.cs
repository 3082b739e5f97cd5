using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>courses/</c>: lists of courses.</summary>
internal sealed class CourseFiles(KnowledgeFolder folder, Catalogue catalogue, IReadOnlyList<QuizQuestion> questions, IReadOnlyList<Drill> drills)
{
    private readonly HashSet<string> ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Course> Read() => [.. folder.Files("courses").SelectMany(folder.Entries).Select(Course)];

    private Course Course(YamlEntry entry)
    {
        var course = new Course(
            entry.Text("id"),
            entry.Choice<TrainingAudience>("audience"),
            entry.Bilingual("title"),
            entry.Bilingual("about"),
            entry.Texts("topics"),
            entry.OptionalTexts("drills") ?? [],
            entry.Number("questions"),
            entry.Number("pass"),
            entry.Number("minutes"),
            entry.Number("renew_months"));
        entry.Done();
        if (!ids.Add(course.Id))
            folder.Faults.Add($"{entry.Where}: id '{course.Id}' is taken already, expected a new one");
        if (course.Id.Length is 0 or > 40 || course.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            folder.Faults.Add($"{entry.Where}: id '{course.Id}' must be 1 to 40 small letters, digits or hyphens");
        foreach (var topic in course.Topics.Where(topic => catalogue.Find<Topic>(topic) is null))
            entry.Wrong("topics", $"found '{topic}', but nothing has this id", 0);
        foreach (var drill in course.Drills.Where(id => drills.All(drill => drill.Id != id)))
            entry.Wrong("drills", $"found '{drill}', but no drill has this id", 0);
        if (questions.Count(question => course.Topics.Contains(question.Topic)) < course.Questions || course.Questions < 1)
            entry.Wrong("questions", $"found {course.Questions}, expected at least 1 and no more than its topics have", 0);
        if (course.Pass is < 1 or > 100)
            entry.Wrong("pass", $"found {course.Pass}, expected 1 to 100 percent", 0);
        if (course.RenewMonths is < 2 or > 60)
            entry.Wrong("renew_months", $"found {course.RenewMonths}, expected 2 to 60", 0);
        return course;
    }
}
