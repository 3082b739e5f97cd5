using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Delivery;
using TechLeakageBot.Training;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

/// <summary>What every store promises of people's training, whatever the database.</summary>
public abstract class TraineeContract : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 20);
    private static readonly PersonKey Hana = new("botframework:msteams", "hana");
    private static readonly PersonKey Taro = new("botframework:msteams", "taro");

    private protected ITrainees Trainees { get; private set; } = null!;

    private IOutbox Outbox => (IOutbox)Trainees;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An open store on the test's own database.</summary>
    private protected abstract Task<ITrainees> OpenAsync();

    public async ValueTask InitializeAsync() => Trainees = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        ((IDisposable)Trainees).Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_person_comes_back_as_written_with_the_next_version()
    {
        Assert.Null(await Trainees.FindAsync(Hana, Cancel));
        var trainee = Trainee.New with
        {
            Runs = 3,
            Memory = new Dictionary<string, TopicMemory> { ["case.people.sns"] = new(2.5, 6.1, Now, Today.AddDays(3), 4, 5) },
            Enrolments = [new Enrolment("everyone", Today, Today.AddDays(30), 80, ["sns-consultant"], Today, "TC-2026-AAAAA-BBBBB", 2)],
            Drills = new Dictionary<string, DrillResult> { ["sns-consultant"] = DrillResult.Safe },
        };

        await WriteAsync(new StoredTrainee(Hana, trainee, 0, "花 <b>\"'", "製造部", "osaka"));

        var found = (await Trainees.FindAsync(Hana, Cancel))!;
        Assert.Equal((1, "花 <b>\"'", "製造部", "osaka"), (found.Version, found.Name, found.Department, found.SiteId));
        Assert.Equal(trainee.Memory, found.Trainee.Memory);
        Assert.Equal(trainee.Drills, found.Trainee.Drills);
        Assert.Equal((3, 80, Today, "TC-2026-AAAAA-BBBBB"), (found.Trainee.Runs, found.Trainee.Enrolments[0].Score, found.Trainee.Enrolments[0].Completed, found.Trainee.Enrolments[0].Certificate));
        await WriteAsync(found with { SiteId = null, Name = "" });
        found = (await Trainees.FindAsync(Hana, Cancel))!;
        Assert.Equal((2, "", null), (found.Version, found.Name, found.SiteId));
    }

    [Fact]
    public async Task Another_version_by_now_is_a_conflict_and_nobody_of_the_change_is_written()
    {
        await WriteAsync(New(Hana));
        var stale = (await Trainees.FindAsync(Hana, Cancel))!;
        await WriteAsync(stale with { Department = "first" });

        Assert.False(await Trainees.WriteAsync(
            [new TraineeChange(New(Taro), Now, new Effect.Remind(["everyone"])), new TraineeChange(stale with { Department = "second" }, null)],
            new Assignment("everyone", null, null, Today, Now, "officer"),
            Now,
            Cancel));

        Assert.Equal("first", (await Trainees.FindAsync(Hana, Cancel))!.Department);
        Assert.Null(await Trainees.FindAsync(Taro, Cancel));
        Assert.Empty(await Trainees.AssignmentsAsync(Cancel));
        Assert.Empty(await Outbox.DueAsync(DateTimeOffset.MaxValue, 10, Cancel));
        Assert.False(await Trainees.WriteAsync([new TraineeChange(New(Hana), null)], null, Now, Cancel));
    }

    [Fact]
    public async Task Everybody_is_listed_in_order_and_who_is_due_longest_waiting_first()
    {
        Assert.Empty(await Trainees.AllAsync(Cancel));
        Assert.Null(await Trainees.NextDueAsync(Cancel));
        PersonKey jiro = new("directline", "a");
        await WriteAsync(New(jiro), Now.AddHours(2));
        await WriteAsync(New(Taro), Now.AddHours(1));
        await WriteAsync(New(Hana));

        Assert.Equal([Hana, Taro, jiro], (await Trainees.AllAsync(Cancel)).Select(person => person.Key));
        Assert.Equal(Now.AddHours(1), await Trainees.NextDueAsync(Cancel));
        Assert.Empty(await Trainees.DueAsync(Now, 10, Cancel));
        Assert.Equal([Taro, jiro], (await Trainees.DueAsync(Now.AddHours(2), 10, Cancel)).Select(person => person.Key));
        Assert.Equal([Taro], (await Trainees.DueAsync(Now.AddHours(2), 1, Cancel)).Select(person => person.Key));
        await WriteAsync((await Trainees.FindAsync(Taro, Cancel))!);
        Assert.Equal(Now.AddHours(2), await Trainees.NextDueAsync(Cancel));
    }

    [Fact]
    public async Task A_reminder_and_an_assignment_are_written_with_the_people()
    {
        Assignment[] all =
        [
            new("everyone", null, null, Today.AddDays(30), Now, "hanako@example.co.jp"),
            new("engineers", "osaka", "技術部", Today.AddDays(60), Now.AddMinutes(1), "山田 花子"),
        ];
        Assert.True(await Trainees.WriteAsync([new TraineeChange(New(Hana), null, new Effect.Remind(["everyone"]))], all[0], Now, Cancel));
        Assert.True(await Trainees.WriteAsync([], all[1], Now, Cancel));

        Assert.Equal([all[1], all[0]], await Trainees.AssignmentsAsync(Cancel));
        var row = Assert.Single(await Outbox.DueAsync(Now, 10, Cancel));
        Assert.Equal(("botframework:msteams", "hana"), (row.Conversation.Channel, row.Conversation.Person));
        Assert.Equal(["everyone"], Assert.IsType<Effect.Remind>(row.Effect).Courses);
    }

    [Fact]
    public async Task A_certificate_is_found_by_its_whole_number_only()
    {
        const string Number = "TC-2026-AAAAA-BBBBB";
        await WriteAsync(New(Taro) with { Trainee = Trainee.New with { Enrolments = [new Enrolment("everyone", Today, null, 80, [], Today, "TC-2026-AAAAA-CCCCC", 0)] } });
        await WriteAsync(New(Hana) with { Trainee = Trainee.New with { Enrolments = [new Enrolment("everyone", Today, null, 80, [], Today, Number, 0)] } });

        Assert.Equal(Hana, (await Trainees.ByCertificateAsync(Number, Cancel))?.Key);
        Assert.Null(await Trainees.ByCertificateAsync("TC-2026-AAAAA", Cancel));
        Assert.Null(await Trainees.ByCertificateAsync("TC-2026-AAAAA-%", Cancel));
        Assert.Null(await Trainees.ByCertificateAsync("", Cancel));
    }

    [Fact]
    public async Task Who_has_spoken_with_the_bot_is_known()
    {
        await WriteAsync(New(Hana));
        await WriteAsync(New(Taro));
        var chat = new ConversationKey(Hana.Channel, "chat", Hana.Person);
        await ((IStore)Trainees).CommitAsync(new TurnCommit(Turn.Message(chat, "m1"), new Transition(Conversation.New, Profile.New, []), 0, TimeSpan.Zero), Cancel);

        Assert.Equal([Hana], await Trainees.SpokenAsync(Cancel));
    }

    private static StoredTrainee New(PersonKey key) => new(key, Trainee.New, 0, "name");

    private async Task WriteAsync(StoredTrainee person, DateTimeOffset? due = null) =>
        Assert.True(await Trainees.WriteAsync([new TraineeChange(person, due)], null, Now, Cancel));
}
