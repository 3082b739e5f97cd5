using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Delivery;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Knowledge;
using TechLeakageBot.Tests.Storage;
using TechLeakageBot.Training;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Training;

/// <summary>A year and some weeks of a company of 1,000, on a real store with a clock that is moved from day to day.</summary>
public class TrainingYearTests
{
    private const int People = 1_000;
    private const int Days = 365 + 60;
    private const string Course = "everyone";

    private static readonly DateOnly First = new(2026, 4, 1);
    private static readonly DateOnly Due = new(2026, 5, 31);

    [Fact]
    public async Task Everybody_is_reminded_until_the_course_is_done_and_of_its_renewal_each_time_once()
    {
        using var folder = new TempFolder();
        var time = new FakeTimeProvider(JapanTime.At(First, new TimeOnly(8, 0)));
        using var store = new SqliteStore(SqliteFile.Of($"Data Source={folder.File("bot.db")}"), Retention.Default, time, NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        var worker = new TrainingWorker(store, store, new KnowledgeSource(Shipped.Base), new TrainingBell(), new OutboxBell(), time, NullLogger<TrainingWorker>.Instance);
        await Task.WhenAll(Enumerable.Range(0, People).Where(HasChat).Select(person => SpeakAsync(store, person, version: 0)));
        var course = Shipped.Base.Curriculum.Course(Course)!;
        Assert.True(await store.WriteAsync(
            [.. Enumerable.Range(0, People).Select(person => ChangeOf(new StoredTrainee(Key(person), Enrolling.Assign(Trainee.New, course, First, Due), 0, $"Person {person}")))],
            assignment: null, time.GetUtcNow(), Cancel));

        var heard = Enumerable.Range(0, People).Select(_ => new List<DateOnly>()).ToArray();
        for (var day = 0; day < Days; day++)
        {
            time.SetUtcNow(JapanTime.At(First.AddDays(day), new TimeOnly(9, 0)));
            await worker.SweepAsync(Cancel);
            // As a second instance, or a restart in between, would.
            await worker.SweepAsync(Cancel);
            await DeliverAsync(store, First.AddDays(day), heard);
            await Task.WhenAll(Enumerable.Range(0, People).Where(person => DoneOn(person) == day).Select(person => CompleteAsync(store, course, person, First.AddDays(day))));
        }

        for (var person = 0; person < People; person++)
            Assert.True((HasChat(person) ? Expected(person) : []).SequenceEqual(heard[person]), $"Person {person}, done on day {DoneOn(person)}: expected {string.Join(" ", Expected(person))}, heard {string.Join(" ", heard[person])}; {System.Text.Json.JsonSerializer.Serialize((await store.FindAsync(Key(person), Cancel))!.Trainee.Enrolments)}");
        var all = await store.AllAsync(Cancel);
        Assert.Equal(People, all.Count);
        foreach (var person in Enumerable.Range(0, People))
        {
            var enrolments = all.Single(one => one.Key == Key(person)).Trainee.Enrolments;
            var done = First.AddDays(DoneOn(person));
            Assert.Equal(DoneOn(person) < Days ? done : null, enrolments[0].Completed);
            Assert.Equal(DoneOn(person) < Days && HasChat(person) && done.AddMonths(11) < First.AddDays(Days) ? 2 : 1, enrolments.Count);
        }

        string[] certificates = [.. all.SelectMany(one => one.Trainee.Enrolments).Select(enrolment => enrolment.Certificate).OfType<string>()];
        Assert.Equal(Enumerable.Range(0, People).Count(person => DoneOn(person) < Days), certificates.Distinct().Count());
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static PersonKey Key(int person) => new("botframework:msteams", $"person-{person:0000}");

    /// <summary>One in twenty has never written to the bot.</summary>
    private static bool HasChat(int person) => person % 20 != 7;

    /// <summary>The day on which somebody completes the course; after the end for one in fifty.</summary>
    private static int DoneOn(int person) => person % 50 == 3 ? 100 * Days : person * 7919 % 97;

    /// <summary>By the plan as a person reads it: at once, a week before, on the day, four weeks after it; then a month before the year is over.</summary>
    private static List<DateOnly> Expected(int person)
    {
        DateOnly[] plan = [First, Due.AddDays(-7), Due, Due.AddDays(7), Due.AddDays(14), Due.AddDays(21), Due.AddDays(28)];
        var (done, last) = (DoneOn(person) < Days ? First.AddDays(DoneOn(person)) : DateOnly.MaxValue, First.AddDays(Days - 1));
        // What comes in the morning comes before what is done on that day.
        List<DateOnly> expected = [.. plan.Where(day => day <= done)];
        if (done != DateOnly.MaxValue)
        {
            var (renewed, due) = (done.AddMonths(11), done.AddMonths(12));
            expected.AddRange(new[] { renewed, due.AddDays(-7), due, due.AddDays(7), due.AddDays(14), due.AddDays(21), due.AddDays(28) }.Where(day => day <= last));
        }

        return expected;
    }

    private static TraineeChange ChangeOf(StoredTrainee stored) => new(stored, TrainingClock.Due(stored.Trainee, Shipped.Base.Curriculum));

    private static Task<CommitOutcome> SpeakAsync(SqliteStore store, int person, long version)
    {
        var key = new ConversationKey(Key(person).Channel, "chat", Key(person).Person);
        return store.CommitAsync(new TurnCommit(Turn.Message(key, $"m{version}"), new Transition(Conversation.New, Profile.New, []), version, TimeSpan.Zero), Cancel);
    }

    /// <summary>In chat, where there is one: a conversation that is silent for longer than a year is forgotten.</summary>
    private static async Task CompleteAsync(SqliteStore store, Course course, int person, DateOnly day)
    {
        if (HasChat(person))
            await SpeakAsync(store, person, version: 1);
        var stored = (await store.FindAsync(Key(person), Cancel))!;
        var trainee = course.Drills.Aggregate(Enrolling.Scored(stored.Trainee, course.Id, 90), (so, drill) => Enrolling.Drilled(so, course.Id, drill));
        trainee = Enrolling.Complete(trainee, course, Key(person).Person, day, new byte[32]);
        Assert.True(await store.WriteAsync([ChangeOf(stored with { Trainee = trainee })], assignment: null, DateTimeOffset.UnixEpoch, Cancel));
    }

    private static async Task DeliverAsync(SqliteStore store, DateOnly day, List<DateOnly>[] heard)
    {
        while (await ((IOutbox)store).DueAsync(DateTimeOffset.MaxValue, People, Cancel) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                Assert.Equal([Course], Assert.IsType<Effect.Remind>(row.Effect).Courses);
                heard[int.Parse(row.Conversation.Person.AsSpan("person-".Length), System.Globalization.CultureInfo.InvariantCulture)].Add(day);
            }

            await Task.WhenAll(rows.Select(row => store.DeliveredAsync(row.Id, Cancel)));
        }
    }
}
