using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Tests.Training;

/// <summary>
/// The numbers are those of the FSRS-6 implementations of Open Spaced Repetition, all with the default parameters:
/// py-fsrs 6.3.1, tests/test_basic.py; fsrs-rs 6.6.1, src/inference.rs; ts-fsrs 5.4.1, packages/fsrs/__tests__/FSRS-6.test.ts and
/// algorithm.test.ts. Their schedulers put learning steps of minutes before the first interval, and there are none here: a step is
/// a review on the same day, and what is compared is the memory (stability, difficulty), and the interval wherever it follows from it.
/// </summary>
public class FsrsTests
{
    private static readonly DateTimeOffset Start = new(2022, 11, 29, 12, 30, 0, TimeSpan.Zero);

    /// <summary>ts-fsrs, FSRS-6.test.ts, "first repeat".</summary>
    [Theory]
    [InlineData(Grade.Again, .212, 6.4133)]
    [InlineData(Grade.Hard, 1.2931, 5.11217071)]
    [InlineData(Grade.Good, 2.3065, 2.11810397)]
    [InlineData(Grade.Easy, 8.2956, 1)]
    public void The_first_answer_sets_the_memory(Grade grade, double stability, double difficulty)
    {
        var memory = Fsrs.Review(null, grade, Start);
        Assert.Equal(stability, memory.Stability, 8);
        Assert.Equal(difficulty, memory.Difficulty, 8);
    }

    /// <summary>py-fsrs, test_memo_state; fsrs-rs, test_memory_state; ts-fsrs, FSRS-6.test.ts, "memory state using next_state[short-term]".</summary>
    [Fact]
    public void A_history_ends_in_the_published_memory()
    {
        var memory = Replay([Grade.Again, Grade.Good, Grade.Good, Grade.Good, Grade.Good, Grade.Good], [0, 0, 1, 3, 8, 21])[^1];
        Assert.Equal(53.62691, memory.Stability, 1e-4);
        Assert.Equal(6.3574867, memory.Difficulty, 1e-4);
    }

    /// <summary>
    /// py-fsrs, test_review_card; ts-fsrs, FSRS-6.test.ts, "ivl_history". The zeros are learning steps, after which it is asked again
    /// on the same day.
    /// </summary>
    [Fact]
    public void The_intervals_are_those_published()
    {
        int[] intervals = [0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21];
        Grade[] grades = [.. Enumerable.Repeat(Grade.Good, 6), Grade.Again, Grade.Again, .. Enumerable.Repeat(Grade.Good, 5)];
        var memories = Replay(grades, [0, .. intervals[..^1]]);
        foreach (var (interval, memory) in intervals.Zip(memories).Where(pair => pair.First > 0))
            Assert.Equal(interval, Fsrs.IntervalDays(memory.Stability, .9, int.MaxValue));
    }

    /// <summary>ts-fsrs, algorithm.test.ts, "next_difficulty".</summary>
    [Theory]
    [InlineData(Grade.Again, 8.34176237)]
    [InlineData(Grade.Hard, 6.66599536)]
    [InlineData(Grade.Good, 4.99022837)]
    [InlineData(Grade.Easy, 3.31446137)]
    public void The_difficulty_moves_as_published(Grade grade, double difficulty)
    {
        Assert.Equal(difficulty, Fsrs.Review(Memory(5, 5), grade, Start).Difficulty, 7);
        Assert.Equal(difficulty, Fsrs.Review(Memory(5, 5), grade, Start.AddDays(9)).Difficulty, 7);
    }

    /// <summary>ts-fsrs, algorithm.test.ts, "next_stability": next_short_term_stability.</summary>
    [Theory]
    [InlineData(Grade.Again, 1.596818)]
    [InlineData(Grade.Hard, 5)]
    [InlineData(Grade.Good, 5)]
    [InlineData(Grade.Easy, 8.12960956)]
    public void On_the_same_day_the_stability_moves_as_published(Grade grade, double stability) =>
        Assert.Equal(stability, Fsrs.Review(Memory(5, 5), grade, Start.AddHours(1)).Stability, 7);

    /// <summary>
    /// ts-fsrs, algorithm.test.ts, "next_stability": next_recall_stability and next_forget_stability at a chance of .9, which is after
    /// five days here.
    /// </summary>
    [Theory]
    [InlineData(Grade.Good, 25.60252118)]
    [InlineData(Grade.Again, 1.05253961)]
    public void After_days_the_stability_moves_as_published(Grade grade, double stability) =>
        Assert.Equal(stability, Fsrs.Review(Memory(5, 1), grade, Start.AddDays(5)).Stability, 7);

    /// <summary>
    /// What <c>next_state</c> of the npm package ts-fsrs 5.4.1 returns for these grades and days; the published tests have no numbers
    /// for "hard" and "easy" after whole days.
    /// </summary>
    [Fact]
    public void A_mixed_history_goes_as_another_implementation_has_it()
    {
        (Grade Grade, int Days, double Stability, double Difficulty)[] history =
        [
            (Grade.Good, 0, 2.3065, 2.11810397), (Grade.Hard, 2, 7.51332013, 4.75285849), (Grade.Easy, 5, 32.47873067, 2.98473668),
            (Grade.Again, 30, 2.4593799, 7.67935902), (Grade.Again, 0, .82297555, 9.22244946), (Grade.Good, 0, .87587398, 9.20845538),
            (Grade.Hard, 3, 1.9764546, 9.45976417), (Grade.Easy, 14, 10.02746668, 9.2644709), (Grade.Good, 200, 36.63733095, 9.2504348),
            (Grade.Again, 365, 3.42377775, 9.73885138), (Grade.Easy, 1, 4.74223801, 9.63681605), (Grade.Hard, 400, 14.15607278, 9.74412994),
        ];
        var memories = Replay([.. history.Select(one => one.Grade)], [.. history.Select(one => one.Days)]);
        Assert.All(history.Zip(memories), pair =>
        {
            Assert.Equal(pair.First.Stability, pair.Second.Stability, 1e-5);
            Assert.Equal(pair.First.Difficulty, pair.Second.Difficulty, 1e-5);
        });
    }

    /// <summary>ts-fsrs, algorithm.test.ts, "forgetting_curve"; FSRS-6.test.ts, "get retrievability".</summary>
    [Theory]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, .9)]
    [InlineData(1, 2, .84588465)]
    [InlineData(1, 3, .8093881)]
    [InlineData(8.2956, 8, .9024733)]
    public void The_chance_falls_as_published(double stability, int days, double chance) =>
        Assert.Equal(chance, Fsrs.Retrievability(Memory(stability, 5), Start.AddDays(days)), 7);

    /// <summary>ts-fsrs, algorithm.test.ts, "next_ivl"; fsrs-rs, test_next_interval, whose first number is three less for its single precision.</summary>
    [Fact]
    public void The_interval_follows_the_retention() => Assert.Equal(
        [3_116_769, 34_793, 2_508, 387, 90, 27, 9, 3, 1, 1],
        Enumerable.Range(1, 10).Select(tenth => Fsrs.IntervalDays(1, tenth / 10d, int.MaxValue)));

    /// <summary>ts-fsrs, algorithm.test.ts, "next_ivl[max_limit]".</summary>
    [Fact]
    public void No_interval_is_longer_than_a_year() => Assert.Equal(365, Fsrs.IntervalDays(737.47, .9));

    /// <summary>py-fsrs, test_repeated_correct_reviews and test_stability_lower_bound.</summary>
    [Fact]
    public void The_bounds_hold_in_long_histories()
    {
        Assert.Equal(1, Replay([.. Enumerable.Repeat(Grade.Easy, 10)], new int[10])[^1].Difficulty);
        Assert.All(Replay([.. Enumerable.Repeat(Grade.Again, 1_000)], [.. Enumerable.Repeat(2, 1_000)]), memory => Assert.True(memory.Stability >= .001));
    }

    [Fact]
    public void Days_turn_at_midnight_in_Japan()
    {
        var late = new DateTimeOffset(2026, 4, 1, 14, 59, 0, TimeSpan.Zero);
        var memory = Fsrs.Review(null, Grade.Good, late);
        Assert.Equal(new DateOnly(2026, 4, 3), memory.Due);
        Assert.Equal(1, Fsrs.Retrievability(memory, late.AddSeconds(59)));
        Assert.True(Fsrs.Retrievability(memory, late.AddMinutes(1)) < 1);
        Assert.Equal(new DateOnly(2026, 4, 4), Fsrs.Review(null, Grade.Good, late.AddMinutes(1)).Due);
    }

    [Fact]
    public void A_clock_set_back_counts_as_the_same_day()
    {
        var memory = Memory(5, 5);
        Assert.Equal(1, Fsrs.Retrievability(memory, Start.AddDays(-3)));
        Assert.Equal(Fsrs.Review(memory, Grade.Easy, Start).Stability, Fsrs.Review(memory, Grade.Easy, Start.AddDays(-3)).Stability);
    }

    [Fact]
    public void Answers_are_counted()
    {
        var memory = Replay([Grade.Again, Grade.Hard, Grade.Good, Grade.Again, Grade.Easy], [0, 1, 2, 3, 4])[^1];
        Assert.Equal((3, 5), (memory.Right, memory.Asked));
    }

    /// <summary>Grades, each with the hours since the one before.</summary>
    public static Arbitrary<(Grade Grade, int Hours)[]> Histories { get; } = (
        from grade in Gen.Elements(Enum.GetValues<Grade>())
        from hours in Gen.Frequency((2, Gen.Choose(0, 24)), (3, Gen.Choose(24, 1_000)), (1, Gen.Choose(1_000, 100_000)))
        select (grade, hours)).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    /// <summary>Any memory within the bounds, the stability spread over its magnitudes.</summary>
    public static Arbitrary<TopicMemory> Memories { get; } = (
        from magnitude in Gen.Choose(-3_000, 4_562)
        from difficulty in Gen.Choose(1_000, 10_000)
        select Memory(Math.Pow(10, magnitude / 1_000d), difficulty / 1_000d)).ToArbitrary();

    [Property(MaxTest = 500)]
    public Property Every_history_stays_within_the_bounds_and_gives_the_same_each_time() => Prop.ForAll(Histories, history =>
    {
        TopicMemory? memory = null;
        var at = Start;
        foreach (var (grade, hours) in history)
        {
            at = at.AddHours(hours);
            var next = Fsrs.Review(memory, grade, at);
            Assert.True(double.IsFinite(next.Stability) && next.Stability > 0);
            Assert.InRange(next.Difficulty, 1, 10);
            Assert.InRange(next.Due.DayNumber - JapanTime.Day(at).DayNumber, 1, Fsrs.LongestInterval);
            Assert.Equal(next, Fsrs.Review(memory, grade, at));
            Assert.True(memory is null || grade != Grade.Again || next.Stability <= memory.Stability);
            memory = next;
        }
    });

    [Property(MaxTest = 500)]
    public Property A_better_grade_never_leaves_it_weaker_or_harder() => Prop.ForAll(Memories, Gen.Choose(0, 800).ToArbitrary(), (memory, days) =>
    {
        var graded = Enum.GetValues<Grade>().Select(grade => Fsrs.Review(memory, grade, Start.AddDays(days))).ToArray();
        Assert.True(graded[0].Stability <= memory.Stability && graded[1].Stability >= memory.Stability);
        foreach (var (worse, better) in graded.Zip(graded.Skip(1)))
            Assert.True(worse.Stability <= better.Stability && worse.Difficulty >= better.Difficulty && worse.Due <= better.Due);
    });

    [Property(MaxTest = 500)]
    public Property The_later_it_is_still_known_the_longer_it_rests() => Prop.ForAll(
        Memories, Gen.Choose(0, 800).ToArbitrary(), Gen.Choose(1, 400).ToArbitrary(), (memory, days, more) =>
        {
            var (early, late) = (Start.AddDays(days), Start.AddDays(days + more));
            Assert.True(Fsrs.Retrievability(memory, late) < Fsrs.Retrievability(memory, early));
            var (sooner, later) = (Fsrs.Review(memory, Grade.Good, early), Fsrs.Review(memory, Grade.Good, late));
            Assert.True(sooner.Stability <= later.Stability && Rest(sooner) <= Rest(later));
        });

    /// <summary>Below a day's stability it grows too, while the interval stays at the least, a day.</summary>
    [Property(MaxTest = 500)]
    public Property Known_each_time_it_is_due_it_rests_longer_until_a_year() => Prop.ForAll(Memories, memory =>
    {
        for (var reviews = 0; reviews < 60 && Rest(memory) < Fsrs.LongestInterval; reviews++)
        {
            var next = Fsrs.Review(memory, Grade.Good, JapanTime.At(memory.Due, new TimeOnly(10, 0)));
            Assert.True(next.Stability > memory.Stability);
            Assert.True(Rest(next) > Rest(memory) || (memory.Stability < 1 && Rest(next) == Rest(memory)));
            memory = next;
        }

        Assert.Equal(Fsrs.LongestInterval, Rest(memory));
    });

    private static int Rest(TopicMemory memory) => memory.Due.DayNumber - JapanTime.Day(memory.Reviewed).DayNumber;

    private static TopicMemory Memory(double stability, double difficulty) =>
        new(stability, difficulty, Start, JapanTime.Day(Start).AddDays(Fsrs.IntervalDays(stability, .9)), 1, 1);

    /// <param name="days">Of each review, the days since the one before.</param>
    private static List<TopicMemory> Replay(Grade[] grades, int[] days)
    {
        List<TopicMemory> memories = [];
        var at = Start;
        foreach (var (grade, passed) in grades.Zip(days))
        {
            at = at.AddDays(passed);
            memories.Add(Fsrs.Review(memories.LastOrDefault(), grade, at));
        }

        return memories;
    }
}
