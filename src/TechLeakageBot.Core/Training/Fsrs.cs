namespace TechLeakageBot.Core.Training;

/// <summary>
/// Reckons how well a topic is remembered and when to ask again: the memory model of FSRS-6, the Free Spaced Repetition Scheduler of
/// Open Spaced Repetition (https://github.com/open-spaced-repetition, its formulas in the wiki of fsrs4anki, "The Algorithm", FSRS-6),
/// with the default parameters of FSRS-6. Written anew after the formulas; the tests hold it to the published numbers.
/// </summary>
/// <remarks>
/// Time is counted in days in Japan. There are no learning steps and no fuzz: the same reviews always give the same day. Where the
/// published implementations differ, it is as in fsrs-rs 6.6.1 and ts-fsrs 5.4.1: "hard" does not lower the stability on the same day.
/// </remarks>
public static class Fsrs
{
    public const double DesiredRetention = .9;

    /// <summary>Training is yearly, so that nothing rests for longer than a year.</summary>
    public const int LongestInterval = 365;

    private const double LeastStability = .001;
    private const double MostStability = 36_500;

    /// <summary>The default parameters of FSRS-6, w0 to w20.</summary>
    private static readonly double[] W =
    [
        .212, 1.2931, 2.3065, 8.2956, 6.4133, .8334, 3.0194, .001, 1.8722, .1666, .796,
        1.4835, .0614, .2629, 1.6483, .6014, 1.8729, .5425, .0912, .0658, .1542,
    ];

    /// <summary>Makes the chance nine in ten after as many days as the stability.</summary>
    private static readonly double Factor = Math.Pow(.9, -1 / W[20]) - 1;

    /// <param name="before">Null where the topic was never asked.</param>
    public static TopicMemory Review(TopicMemory? before, Grade grade, DateTimeOffset at)
    {
        var (stability, difficulty) = before is null
            ? (W[(int)grade - 1], FirstDifficulty(grade))
            : (NextStability(before, grade, Days(before, at)), NextDifficulty(before.Difficulty, grade));
        stability = Math.Clamp(stability, LeastStability, MostStability);
        return new TopicMemory(
            stability,
            Math.Clamp(difficulty, 1, 10),
            at,
            JapanTime.Day(at).AddDays(IntervalDays(stability, DesiredRetention)),
            (before?.Right ?? 0) + (grade == Grade.Again ? 0 : 1),
            (before?.Asked ?? 0) + 1);
    }

    /// <summary>The chance that the topic is remembered.</summary>
    public static double Retrievability(TopicMemory memory, DateTimeOffset at) => Retrievability(memory.Stability, Days(memory, at));

    /// <summary>After how many days the chance has fallen to the retention; at least one.</summary>
    public static int IntervalDays(double stability, double retention, int longest = LongestInterval) =>
        (int)Math.Clamp(Math.Round(stability / Factor * (Math.Pow(retention, -1 / W[20]) - 1)), 1, longest);

    private static double Retrievability(double stability, int days) => Math.Pow(1 + Factor * days / stability, -W[20]);

    private static int Days(TopicMemory memory, DateTimeOffset at) =>
        Math.Max(0, JapanTime.Day(at).DayNumber - JapanTime.Day(memory.Reviewed).DayNumber);

    private static double NextStability(TopicMemory before, Grade grade, int days)
    {
        var (stability, difficulty) = (before.Stability, before.Difficulty);
        if (days == 0)
        {
            var change = Math.Exp(W[17] * (grade - Grade.Good + W[18])) * Math.Pow(stability, -W[19]);
            return stability * (grade == Grade.Again ? change : Math.Max(1, change));
        }

        var forgotten = 1 - Retrievability(stability, days);
        if (grade == Grade.Again)
        {
            var relearned = W[11] * Math.Pow(difficulty, -W[12]) * (Math.Pow(stability + 1, W[13]) - 1) * Math.Exp(W[14] * forgotten);
            return Math.Min(relearned, stability * Math.Exp(-W[17] * W[18]));
        }

        var gain = Math.Exp(W[8]) * (11 - difficulty) * Math.Pow(stability, -W[9]) * (Math.Exp(W[10] * forgotten) - 1);
        return stability * (1 + gain * grade switch { Grade.Hard => W[15], Grade.Easy => W[16], _ => 1 });
    }

    /// <summary>Not yet brought within 1 to 10: what the difficulty drifts to is the value for "easy" as it is, far below 1.</summary>
    private static double FirstDifficulty(Grade grade) => W[4] + 1 - Math.Exp(W[5] * (grade - Grade.Again));

    private static double NextDifficulty(double difficulty, Grade grade)
    {
        var moved = difficulty - W[6] * (grade - Grade.Good) * (10 - difficulty) / 9;
        return moved + W[7] * (FirstDifficulty(Grade.Easy) - moved);
    }
}

/// <summary>How a question was answered; all but the first count as right.</summary>
public enum Grade
{
    Again = 1,
    Hard,
    Good,
    Easy,
}
