using Microsoft.Extensions.DependencyInjection;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.DirectLine;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Training;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Training;

/// <summary>Training in the whole bot: a real store, restarts, and a platform that takes the reminders.</summary>
public sealed class TrainingHostTests : IAsyncLifetime
{
    private static readonly PersonKey Tanaka = new(OfficersHost.Channel, "tanaka");

    private OfficersHost host = null!;

    private ITrainees Trainees => host.Services.GetRequiredService<ITrainees>();

    public async ValueTask InitializeAsync() => host = await OfficersHost.StartAsync();

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_quiz_and_a_drill_go_on_after_a_restart_where_they_were()
    {
        await SayAsync("クイズを出して");
        await SayAsync("A");
        var quiz = (await TraineeAsync()).Quiz!;
        await host.StartAgainAsync(later: TimeSpan.FromDays(3));
        Assert.Equal(1, quiz.At + quiz.Picked.Count);
        var asked = DirectLineHost.Knowledge.Curriculum.Question(quiz.Questions[quiz.At])!;
        var shown = (await SayAsync("続き")).Select(row => row.Effect).OfType<Effect.Reply>().SelectMany(reply => reply.Card.Blocks);
        Assert.Contains(new Block.Paragraph(asked.Text.Ja), shown);
        var after = (await TraineeAsync()).Quiz!;
        Assert.Equal(quiz.Questions, after.Questions);
        Assert.Equal(quiz.Picked, after.Picked);
        Assert.Equal((quiz.At, quiz.Right), (after.At, after.Right));

        await SayAsync("やり取りの練習がしたい");
        await SayAsync("1");
        await SayAsync("どちらの会社の方ですか。ご用件も教えてください。");
        var drill = (await TraineeAsync()).Drill!;
        Assert.Single(drill.Moves);
        await host.StartAgainAsync();
        await SayAsync("続き");
        Assert.Equal(drill.Moves, (await TraineeAsync()).Drill!.Moves);
        Assert.Equal(drill.Step, (await TraineeAsync()).Drill!.Step);
    }

    [Fact]
    public async Task Two_conversations_of_one_person_at_once_count_each_answer_once()
    {
        await SayAsync("クイズを出して");
        var answer = DirectLineHost.Knowledge.Curriculum.Question((await TraineeAsync()).Quiz!.Questions[0])!;
        var click = new Said.Click(new Choice(Verb.Quiz, 0, $"1.0.0.{answer.Edition}").Encode());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(device => RunAsync(click, $"device {device}")));
        var trainee = await TraineeAsync();
        Assert.Equal(1, trainee.Memory.Values.Sum(memory => memory.Asked) + (trainee.Quiz!.Picked.Count > 0 ? 1 : 0));
    }

    [Fact]
    public async Task Who_is_enrolled_is_reminded_in_the_morning_once_and_not_of_what_is_done_by_then()
    {
        await host.SpeakAsync("tanaka");
        var curriculum = DirectLineHost.Knowledge.Curriculum;
        var today = JapanTime.Day(host.Time.GetUtcNow());
        var trainee = Enrolling.Assign(Enrolling.Assign(Trainee.New, curriculum.Courses[0], today, today.AddDays(30)), curriculum.Courses[1], today, today.AddDays(30));
        var stored = new StoredTrainee(Tanaka, trainee, 0, "田中", "設計", "osaka");
        await Trainees.WriteAsync([new TraineeChange(stored, TrainingClock.Due(trainee, curriculum))], assignment: null, host.Time.GetUtcNow(), host.Cancel);

        await UntilAsync(() => host.Platform.Bodies.Count == 1);
        var body = host.Platform.Bodies.Single();
        Assert.Contains(curriculum.Courses[0].Title.Ja, body, StringComparison.Ordinal);
        Assert.Contains(curriculum.Courses[1].Title.Ja, body, StringComparison.Ordinal);
        await host.StartAgainAsync();
        await host.UntilEmptyAsync();
        Assert.Single(host.Platform.Bodies);

        var course = curriculum.Courses[0];
        var now = (await Trainees.FindAsync(Tanaka, host.Cancel))!;
        var done = course.Drills.Aggregate(Enrolling.Scored(now.Trainee, course.Id, 100), (so, drill) => Enrolling.Drilled(so, course.Id, drill));
        done = Enrolling.Complete(done, course, "tanaka", today, new byte[32]);
        Assert.True(await Trainees.WriteAsync([new TraineeChange(now with { Trainee = done }, TrainingClock.Due(done, curriculum))], assignment: null, host.Time.GetUtcNow(), host.Cancel));
        await UntilAsync(() => host.Platform.Bodies.Count == 2);
        Assert.DoesNotContain(course.Title.Ja, host.Platform.Bodies.Last(), StringComparison.Ordinal);
        Assert.Contains(curriculum.Courses[1].Title.Ja, host.Platform.Bodies.Last(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_deletes_what_was_practised_and_keeps_the_record_of_assigned_courses()
    {
        await SayAsync("クイズを出して");
        await SayAsync("A");
        var stored = (await Trainees.FindAsync(Tanaka, host.Cancel))!;
        var course = DirectLineHost.Knowledge.Curriculum.Courses[0];
        var assigned = Enrolling.Assign(stored.Trainee, course, new DateOnly(2026, 11, 25), new DateOnly(2027, 11, 25));
        Assert.True(await Trainees.WriteAsync([new TraineeChange(stored with { Trainee = assigned }, null)], assignment: null, host.Time.GetUtcNow(), host.Cancel));
        await SayAsync("私のデータを消して");
        await SayAsync("はい");
        var left = await TraineeAsync();
        Assert.Null(left.Quiz);
        Assert.Empty(left.Memory);
        Assert.Equal(course.Id, Assert.Single(left.Enrolments).Course);
    }

    private Task<IReadOnlyList<OutboxRow>> SayAsync(string text) => RunAsync(new Said.Text(text), "tanaka");

    private Task<IReadOnlyList<OutboxRow>> RunAsync(Said said, string conversation)
    {
        var key = new ConversationKey(Tanaka.Channel, conversation, Tanaka.Person);
        var address = new Address(Address.OwnKind, host.Platform.Url, "msteams", conversation, "bot", Tanaka.Person, IsPersonal: true).Encode();
        return host.Services.GetRequiredService<TurnRunner>().RunAsync(new Incoming(key, Guid.NewGuid().ToString("N"), address, said, host.Time.GetUtcNow()), host.Cancel);
    }

    private async Task<Trainee> TraineeAsync() => (await Trainees.FindAsync(Tanaka, host.Cancel))!.Trainee;

    /// <summary>Hour after hour, and time enough in each for a message.</summary>
    private async Task UntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            host.Time.Advance(TimeSpan.FromHours(1));
            await Task.Delay(20, host.Cancel);
        }
    }
}
