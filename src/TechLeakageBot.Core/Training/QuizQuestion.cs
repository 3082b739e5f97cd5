namespace TechLeakageBot.Core.Training;

/// <summary>One question of the quiz.</summary>
/// <param name="Topic">The topic's id.</param>
/// <param name="Difficulty">From 1, easy, to 3.</param>
/// <param name="Pages">Of the handbook.</param>
/// <param name="Message">The message that the question is about; null where there is none.</param>
/// <param name="Options">Of a question that asks for an order: the steps in the right order.</param>
public sealed record QuizQuestion(
    string Id,
    QuestionKind Kind,
    string Topic,
    int Difficulty,
    IReadOnlyList<TrainingAudience> Audience,
    IReadOnlyList<int> Pages,
    Bilingual Text,
    Bilingual? Message,
    IReadOnlyList<QuizOption> Options)
{
    public QuizOption RightOne => Options.First(option => option.IsRight);

    /// <summary>Changes when an edit changes what there is to choose from: an answer to what it was before does not count.</summary>
    public string Edition => StableHash.Hex($"{Kind}\n{string.Join('\n', Options.Select(option => $"{option.Text.Ja}\n{option.Text.En}\n{option.IsRight}"))}");
}

/// <param name="Why">Why it is right, or what would come of it.</param>
public sealed record QuizOption(Bilingual Text, bool IsRight, Bilingual Why);

public enum QuestionKind
{
    /// <summary>How serious a situation is.</summary>
    Level,

    /// <summary>What to answer or do.</summary>
    Reply,

    /// <summary>Which part of a message is the warning sign.</summary>
    Sign,

    /// <summary>In which order the steps come.</summary>
    Order,

    TrueFalse,

    /// <summary>Which METI bureau to consult (handbook p. 19).</summary>
    Bureau,
}
