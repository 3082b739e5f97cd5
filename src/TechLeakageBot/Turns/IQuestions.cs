namespace TechLeakageBot.Turns;

/// <summary>The questions that the bot could not place.</summary>
internal interface IQuestions
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<UnansweredQuestion>> QuestionsAsync(int most, CancellationToken cancel);
}

/// <param name="Language">As it is stored.</param>
/// <param name="Question">The person's words, secrets masked.</param>
/// <param name="Offered">The topics that were offered instead.</param>
public sealed record UnansweredQuestion(DateTimeOffset At, string Language, string Question, IReadOnlyList<string> Offered);
