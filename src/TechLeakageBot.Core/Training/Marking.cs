namespace TechLeakageBot.Core.Training;

/// <summary>What an answer comes to.</summary>
public static class Marking
{
    /// <summary>The trainee after the question under way was answered.</summary>
    public static Trainee Answered(Trainee trainee, QuizRun run, QuizQuestion question, bool isRight, DateTimeOffset at)
    {
        var grade = !isRight ? Grade.Again : question.Difficulty >= 3 ? Grade.Easy : Grade.Good;
        return trainee with
        {
            Quiz = run with
            {
                At = run.At + 1,
                Picked = [],
                Right = run.Right + (isRight ? 1 : 0),
                Counted = run.Counted + 1,
                Missed = isRight || run.Missed.Contains(question.Topic) ? run.Missed : [.. run.Missed, question.Topic],
            },
            Memory = new Dictionary<string, TopicMemory>(trainee.Memory)
            {
                [question.Topic] = Fsrs.Review(trainee.Memory.GetValueOrDefault(question.Topic), grade, at),
            },
        };
    }

    /// <summary>The share of right answers in percent, rounded down: nobody passes by rounding.</summary>
    public static int Score(QuizRun run) => run.Counted == 0 ? 0 : 100 * run.Right / run.Counted;
}
