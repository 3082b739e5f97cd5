using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>quiz/</c>: lists of questions. Levels, bureaus, and true or false are named with <c>is</c>; their words stand elsewhere already.</summary>
internal sealed class QuizFiles(KnowledgeFolder folder, Catalogue catalogue, Phrases say)
{
    private const int LastPage = 20;

    private readonly Dictionary<string, string> where = new(StringComparer.Ordinal);

    public IReadOnlyList<QuizQuestion> Read() => [.. folder.Files("quiz").SelectMany(folder.Entries).Select(Question)];

    private QuizQuestion Question(YamlEntry entry)
    {
        var kind = entry.Choice<QuestionKind>("kind");
        var question = new QuizQuestion(
            entry.Text("id"),
            kind,
            Topic(entry, "topic"),
            entry.Number("difficulty"),
            Audience(entry),
            Pages(entry),
            entry.Bilingual("question"),
            entry.OptionalBilingual("message"),
            Options(entry, kind));
        entry.Done();
        Check(question, entry);
        return question;
    }

    private string Topic(YamlEntry entry, string key)
    {
        var topic = entry.Text(key);
        return catalogue.Find<Topic>(topic) is null ? entry.Wrong(key, $"found '{topic}', but nothing has this id", topic) : topic;
    }

    private static TrainingAudience[] Audience(YamlEntry entry) => [.. entry.Texts("audience").Select(name =>
        Names.Parse<TrainingAudience>(name) ?? entry.Wrong<TrainingAudience>("audience", $"found '{name}', expected one of {Names.All<TrainingAudience>()}", default))];

    private static IReadOnlyList<int> Pages(YamlEntry entry)
    {
        var pages = entry.Numbers("pages");
        return pages.All(page => page is >= 1 and <= LastPage) ? pages : entry.Wrong("pages", $"the handbook has the pages 1 to {LastPage}", pages);
    }

    /// <summary>Levels, and true or false, in the order that people know.</summary>
    private QuizOption[] Options(YamlEntry entry, QuestionKind kind)
    {
        var options = entry.Entries("options");
        var names = kind switch
        {
            QuestionKind.Level => Enum.GetValues<Severity>().Select(severity => severity.Name()).ToArray(),
            QuestionKind.TrueFalse => ["true", "false"],
            _ => [],
        };
        return [.. options.OrderBy(option => names.Length == 0 ? 0 : Array.IndexOf(names, option.Optional("is"))).Select(option => Option(option, kind))];
    }

    private QuizOption Option(YamlEntry entry, QuestionKind kind)
    {
        var option = new QuizOption(
            entry.Has("is") ? Named(entry, kind) : new Bilingual(entry.Text("ja"), entry.Text("en")),
            kind == QuestionKind.Order || entry.Optional("right") == "true",
            entry.Bilingual("why"));
        entry.Done();
        return option;
    }

    private Bilingual Named(YamlEntry entry, QuestionKind kind)
    {
        var name = entry.Text("is");
        Bilingual? words = kind switch
        {
            QuestionKind.Level when Names.Parse<Severity>(name) is { } severity => say[Wording.Name(severity)],
            QuestionKind.TrueFalse when name is "true" => say[Say.QuizTrue],
            QuestionKind.TrueFalse when name is "false" => say[Say.QuizFalse],
            QuestionKind.Bureau => catalogue.Bureaus.FirstOrDefault(bureau => bureau.Id == name)?.Name,
            _ => null,
        };
        return words ?? entry.Wrong("is", $"found '{name}', which a question of the kind {kind.Name()} does not know", new Bilingual("", ""));
    }

    private void Check(QuizQuestion question, YamlEntry entry)
    {
        if (!where.TryAdd(question.Id, entry.Where))
            folder.Faults.Add($"{entry.Where}: id '{question.Id}' is taken already at {where[question.Id]}, expected a new one");
        if (question.Id.Length is 0 or > 60 || question.Id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-'))
            folder.Faults.Add($"{entry.Where}: id '{question.Id}' must be 1 to 60 small letters, digits or hyphens");
        if (question.Difficulty is < 1 or > 3)
            entry.Wrong("difficulty", $"found {question.Difficulty}, expected 1, 2 or 3", 0);
        var expected = question.Kind switch
        {
            QuestionKind.Level => 3,
            QuestionKind.TrueFalse => 2,
            QuestionKind.Bureau => 4,
            _ => 0,
        };
        if (expected > 0 ? question.Options.Count != expected : question.Options.Count is < 3 or > 4)
            entry.Wrong("options", $"found {question.Options.Count}, expected {(expected > 0 ? $"{expected}" : "3 or 4")}", 0);
        if (question.Options.DistinctBy(option => option.Text.Ja).Count() != question.Options.Count || question.Options.DistinctBy(option => option.Text.En).Count() != question.Options.Count)
            entry.Wrong("options", "two of them read the same", 0);
        if (question.Kind != QuestionKind.Order && question.Options.Count(option => option.IsRight) != 1)
            entry.Wrong("options", $"found {question.Options.Count(option => option.IsRight)} that are right, expected one", 0);
        if (question.Kind == QuestionKind.Sign != question.Message is not null)
            entry.Wrong("message", "a question for a sign has a message, and no other", 0);
    }
}
