using System.Globalization;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The quiz as cards: the options stand as text under letters, since platforms cut long buttons off.</summary>
public sealed class QuizCards(KnowledgeBase knowledge)
{
    /// <summary>What begins a quiz by itself.</summary>
    public const string New = "new";

    public const string Resume = "resume";

    /// <summary>Topics that are named for reading at the end.</summary>
    private const int MostRead = 3;

    private readonly Phrases say = knowledge.Phrases;
    private readonly Sources sources = new(knowledge.Phrases);

    /// <summary>The letter of a place on the card: A, B, C, ….</summary>
    public static string Letter(int place) => ((char)('A' + place)).ToString();

    public Card Question(QuizRun run, QuizQuestion question, Language language)
    {
        var shown = QuizPlan.Shuffled(question, run.Seed);
        string[] options = [.. shown.Select((option, place) => $"{Letter(place)}. {question.Options[option].Text.In(language)}")];
        return new Card(
            language,
            [
                new Block.Heading(say[Say.QuizProgress, language, Text(run.At + 1), Text(run.Questions.Count)]),
                new Block.Paragraph(question.Text.In(language)),
                .. question.Message is { } message ? [new Block.Draft(message.In(language))] : Array.Empty<Block>(),
                new Block.Lines(say[question.Kind == QuestionKind.Order ? Say.QuizOrderOptions : Say.QuizOptions, language], options, LinesKind.Plain),
                .. run.Picked.Count > 0 ? [new Block.Paragraph(say[Say.QuizPickedSoFar, language, Picked(run.Picked, shown)])] : Array.Empty<Block>(),
                new Block.Note(say[question.Kind == QuestionKind.Order ? Say.QuizHowOrder : Say.QuizHow, language]),
            ],
            [
                .. shown.Select((option, place) => (option, place)).Where(choice => !run.Picked.Contains(choice.option))
                    .Select(choice => new Button(Letter(choice.place), Answer(run, question, choice.option))),
            ]);
    }

    /// <summary>Whether it was right, and why; the chosen option first.</summary>
    public Card Marked(QuizQuestion question, int chosen, Language language)
    {
        var option = question.Options[chosen];
        return Card.Of(
            language,
            [
                new Block.Heading(say[option.IsRight ? Say.QuizRight : Say.QuizWrong, language]),
                new Block.Paragraph($"{option.Text.In(language)} — {option.Why.In(language)}"),
                .. option.IsRight ? Array.Empty<Block>() : [new Block.Lines(say[Say.QuizRightOne, language], [$"{question.RightOne.Text.In(language)} — {question.RightOne.Why.In(language)}"], LinesKind.DoNow)],
                .. Others(question, chosen, language),
                sources.Of(question.Pages, language),
            ]);
    }

    public Card MarkedOrder(QuizQuestion question, bool isRight, Language language) => Card.Of(
        language,
        new Block.Heading(say[isRight ? Say.QuizRight : Say.QuizWrong, language]),
        new Block.Lines(
            say[Say.QuizRightOrder, language],
            [.. question.Options.Select((option, place) => $"{Text(place + 1)}. {option.Text.In(language)} — {option.Why.In(language)}")],
            LinesKind.Plain),
        sources.Of(question.Pages, language));

    /// <summary>The end of a quiz: the score, the weak topics, and what to read.</summary>
    public Card Ended(QuizRun run, Course? course, Language language)
    {
        var score = Marking.Score(run);
        Topic[] weak = [.. run.Missed.Select(id => knowledge.Handbook.Find<Topic>(id)).OfType<Topic>()];
        return new Card(
            language,
            [
                new Block.Heading(say[Say.QuizEnded, language]),
                new Block.Paragraph(say[Say.QuizScore, language, Text(run.Counted), Text(run.Right), Text(score)]),
                .. course is null ? Array.Empty<Block>() : [new Block.Paragraph(say[score >= course.Pass ? Say.QuizPassed : Say.QuizNotPassed, language, course.Title.In(language), Text(course.Pass)])],
                .. weak.Length == 0 ? Array.Empty<Block>() : [new Block.Lines(say[Say.QuizWeak, language], [.. weak.Select(topic => $"{topic.Title.In(language)} ({say[Say.QuizPage, language, Sources.Pages(topic.Pages)]})")], LinesKind.Plain)],
            ],
            [
                .. weak.Take(MostRead).Select(topic => new Button(say[Say.QuizRead, language, topic.Title.In(language)], new Choice(Verb.Pick, 0, topic.Id))),
                new Button(say[Say.QuizAgain, language], new Choice(Verb.Quiz, 0, New)),
            ]);
    }

    public Card Stopped(QuizRun run, Language language) => new(
        language,
        [new Block.Paragraph(say[Say.QuizStopped, language, Text(run.Counted), Text(run.Questions.Count)])],
        [new Button(say[Say.QuizResume, language], new Choice(Verb.Quiz, 0, Resume))]);

    /// <summary>Before the question that waits: what is to be said about the last answer, which was none.</summary>
    public Card Word(Say word, Language language) => Card.Of(language, new Block.Paragraph(say[word, language]));

    /// <summary>Why the other options are not right, as far as they were not chosen.</summary>
    private IEnumerable<Block> Others(QuizQuestion question, int chosen, Language language)
    {
        string[] others = [.. question.Options.Where((option, place) => place != chosen && !option.IsRight).Select(option => $"{option.Text.In(language)} — {option.Why.In(language)}")];
        if (others.Length > 0)
            yield return new Block.Lines(say[Say.QuizOthers, language], others, LinesKind.Plain);
    }

    private static Choice Answer(QuizRun run, QuizQuestion question, int option) =>
        new(Verb.Quiz, 0, string.Create(CultureInfo.InvariantCulture, $"{run.Number}.{run.At}.{option}.{question.Edition}"));

    private static string Picked(IReadOnlyList<int> picked, IReadOnlyList<int> shown) =>
        string.Join(" → ", picked.Select(option => Letter(shown.ToList().IndexOf(option))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
