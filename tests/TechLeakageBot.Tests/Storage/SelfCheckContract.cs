using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Incidents;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Tests.Incidents;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

/// <summary>What every store promises of the self-check, whatever the database.</summary>
public abstract class SelfCheckContract : IAsyncLifetime
{
    private const string Item = "measure.first.organization";
    private int messages;

    private protected ISelfChecks Checks { get; private set; } = null!;

    private protected IStore Store => (IStore)Checks;

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An open store on the test's own database.</summary>
    private protected abstract Task<ISelfChecks> OpenAsync();

    /// <summary>The same database, opened once more.</summary>
    private protected abstract Task<ISelfChecks> ReopenAsync();

    public async ValueTask InitializeAsync() => Checks = await OpenAsync();

    public virtual ValueTask DisposeAsync()
    {
        ((IDisposable)Checks).Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_first_answer_opens_the_first_round()
    {
        await AnswerAsync("tanaka", CheckAnswer.Partly, "本社のみ", "https://wiki.example.co.jp/1");

        var sheet = Assert.Single(await Checks.SheetsAsync(Cancel));
        Assert.Equal((1, true), (sheet.Round.Number, sheet.Round.IsOpen));
        Assert.Equal(new ItemCounts(Item, 0, 1, 0, 0, 0), Assert.Single(sheet.Counts));
        var own = Assert.Single(await Checks.OwnAsync("test", "tanaka", Cancel));
        Assert.Equal((CheckAnswer.Partly, "本社のみ", "https://wiki.example.co.jp/1"), (own.Answer, own.Note, own.Link));
        Assert.Empty(await Checks.OwnAsync("test", "suzuki", Cancel));
    }

    [Fact]
    public async Task The_last_answer_of_a_person_counts_whatever_the_device()
    {
        await AnswerAsync("tanaka", CheckAnswer.No);
        await AnswerAsync("suzuki", CheckAnswer.No);
        await AnswerAsync("tanaka", CheckAnswer.Yes, conversation: "c2");
        Assert.Equal(new ItemCounts(Item, 1, 0, 1, 0, 0), Assert.Single((await Checks.SheetsAsync(Cancel))[0].Counts));
    }

    [Fact]
    public async Task The_latest_answer_stands_last()
    {
        await AnswerAsync("tanaka", CheckAnswer.No, item: "a");
        await AnswerAsync("tanaka", CheckAnswer.No, item: "b");
        await AnswerAsync("tanaka", CheckAnswer.Yes, item: "a");
        Assert.Equal(["b", "a"], (await Checks.OwnAsync("test", "tanaka", Cancel)).Select(own => own.Item));
    }

    [Fact]
    public async Task A_message_that_comes_twice_answers_once_and_leaves_a_later_answer_alone()
    {
        await Store.CommitAsync(Turn.Of(Turn.Key(), "m1", 0, Answer(1, CheckAnswer.No)), Cancel);
        await Store.CommitAsync(Turn.Of(Turn.Key(), "m2", 1, Answer(1, CheckAnswer.Yes)), Cancel);
        Assert.IsType<CommitOutcome.Duplicate>(await Store.CommitAsync(Turn.Of(Turn.Key(), "m1", 0, Answer(1, CheckAnswer.No)), Cancel));
        Assert.Equal(new ItemCounts(Item, 1, 0, 0, 0, 0), Assert.Single((await Checks.SheetsAsync(Cancel))[0].Counts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public async Task An_answer_to_a_round_that_takes_none_is_a_conflict_and_writes_nothing(int round)
    {
        await AnswerAsync("tanaka", CheckAnswer.No);
        Assert.True(await Checks.CloseRoundAsync(1, Cancel));
        Assert.IsType<CommitOutcome.Conflict>(await Store.CommitAsync(Turn.Of(Turn.Key(), "late", 0, Answer(round, CheckAnswer.Yes), Turn.Reply("lost")), Cancel));
        Assert.False((await Store.LoadAsync(Turn.Key(), "late", Cancel)).Seen);
        Assert.Equal(new ItemCounts(Item, 0, 0, 1, 0, 0), Assert.Single(Assert.Single(await Checks.SheetsAsync(Cancel)).Counts));
    }

    [Fact]
    public async Task The_answer_after_a_closed_round_opens_the_next()
    {
        await AnswerAsync("tanaka", CheckAnswer.No);
        await Checks.CloseRoundAsync(1, Cancel);
        await AnswerAsync("tanaka", CheckAnswer.Yes, round: 2);
        Assert.Equal([(1, false), (2, true)], (await Checks.SheetsAsync(Cancel)).Select(sheet => (sheet.Round.Number, sheet.Round.IsOpen)));
        Assert.Single(await Checks.OwnAsync("test", "tanaka", Cancel));
    }

    [Fact]
    public async Task An_officer_opens_one_round_at_a_time_and_closes_it_once()
    {
        Assert.Equal(1, await Checks.OpenRoundAsync(Cancel));
        Assert.Null(await Checks.OpenRoundAsync(Cancel));
        Assert.True(await Checks.CloseRoundAsync(1, Cancel));
        Assert.False(await Checks.CloseRoundAsync(1, Cancel));
        Assert.False(await Checks.CloseRoundAsync(7, Cancel));
        Assert.Equal(2, await Checks.OpenRoundAsync(Cancel));
    }

    [Fact]
    public async Task A_settlement_comes_back_as_it_was_and_the_earlier_ones_stay()
    {
        await Checks.OpenRoundAsync(Cancel);
        Assert.Equal(SettleOutcome.Settled, await Checks.SettleAsync(1, Settled(0, CheckAnswer.Partly), Cancel));
        var first = Assert.Single((await Checks.SheetsAsync(Cancel))[0].Settled);
        Assert.Equal(Settled(first.Id, CheckAnswer.Partly), first);

        Assert.Equal(SettleOutcome.Settled, await Checks.SettleAsync(1, Settled(first.Id, null), Cancel));

        Assert.Null(Assert.Single((await Checks.SheetsAsync(Cancel))[0].Settled).Answer);
        Assert.Equal([CheckAnswer.Partly, null], (await Checks.SettlementsAsync(1, Cancel)).Select(settlement => settlement.Answer));
    }

    [Fact]
    public async Task Of_two_officers_at_once_the_second_is_told()
    {
        await Checks.OpenRoundAsync(Cancel);
        var outcomes = await Task.WhenAll(
            Checks.SettleAsync(1, Settled(0, CheckAnswer.Yes), Cancel), Checks.SettleAsync(1, Settled(0, CheckAnswer.No), Cancel));
        Assert.Equal([SettleOutcome.Settled, SettleOutcome.Overtaken], outcomes.Order());
        Assert.Single(await Checks.SettlementsAsync(1, Cancel));
    }

    [Fact]
    public async Task A_closed_round_takes_no_settlement()
    {
        await Checks.OpenRoundAsync(Cancel);
        await Checks.CloseRoundAsync(1, Cancel);
        Assert.Equal(SettleOutcome.NotOpen, await Checks.SettleAsync(1, Settled(0, CheckAnswer.Yes), Cancel));
        Assert.Equal(SettleOutcome.NotOpen, await Checks.SettleAsync(2, Settled(0, CheckAnswer.Yes), Cancel));
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_the_open_round_and_stays_a_number_in_the_closed_ones()
    {
        await AnswerAsync("tanaka", CheckAnswer.Yes, "図面の棚");
        await AnswerAsync("suzuki", CheckAnswer.Yes);
        await Checks.CloseRoundAsync(1, Cancel);
        await AnswerAsync("tanaka", CheckAnswer.No, round: 2);
        await AnswerAsync("suzuki", CheckAnswer.No, round: 2);

        await CommitAsync("tanaka", "c1", new Effect.Forget());

        var sheets = await Checks.SheetsAsync(Cancel);
        Assert.Equal(new ItemCounts(Item, 2, 0, 0, 0, 0), Assert.Single(sheets[0].Counts));
        Assert.Equal(new ItemCounts(Item, 0, 0, 1, 0, 0), Assert.Single(sheets[1].Counts));
        Assert.Equal("図面の棚", Assert.Single(await Checks.NotesAsync(1, Cancel)).Note);
    }

    [Fact]
    public async Task Everything_is_there_after_a_restart()
    {
        await AnswerAsync("tanaka", CheckAnswer.Unknown, "後で");
        await Checks.SettleAsync(1, Settled(0, CheckAnswer.Yes), Cancel);
        ((IDisposable)Checks).Dispose();
        Checks = await ReopenAsync();
        Assert.Equal("後で", Assert.Single(await Checks.OwnAsync("test", "tanaka", Cancel)).Note);
        Assert.Equal(CheckAnswer.Yes, Assert.Single((await Checks.SheetsAsync(Cancel))[0].Settled).Answer);
    }

    [Fact]
    public async Task Incidents_are_counted_by_topic_and_false_alarms_are_not()
    {
        var incidents = (IIncidents)Checks;
        await ReportAsync(incidents, "TL-2026-0001", Reported.Opened() with { Topic = "case.people.sns", SimilarCase = null });
        await ReportAsync(incidents, "TL-2026-0002", Reported.Opened() with { Topic = "case.people.sns", SimilarCase = null });
        await ReportAsync(
            incidents, "TL-2026-0003", Reported.Opened() with { Topic = "case.people.spy" }, new IncidentEvent.Acknowledged(), new IncidentEvent.Closed(Outcome.FalseAlarm, "none"));
        Assert.Equal([new TopicCount("case.people.sns", null, 2)], (await Checks.IncidentsAsync(Cancel)).Topics);
    }

    private static Task<bool> ReportAsync(IIncidents incidents, string number, params IncidentEvent[] events) => incidents.CommitAsync(
        IncidentChange.Of(number, null, [.. events.Select((happened, i) => new Recorded(i + 1, Reported.At, i == 0 ? new Actor.TheReporter() : new Actor.AnOfficer("hanako@example.co.jp"), happened))], Core.Company.Unknown),
        Reported.At,
        Cancel);

    private static Settlement Settled(long id, CheckAnswer? answer) => new(id, Item, answer, "議事録で確認", "https://example.co.jp/", "田中", "hanako@example.co.jp", Reported.At);

    private static Effect.Check Answer(int round, CheckAnswer answer, string note = "", string link = "", string item = Item) => new(round, item, answer, note, link);

    private Task AnswerAsync(string person, CheckAnswer answer, string note = "", string link = "", int round = 1, string item = Item, string conversation = "c1") =>
        CommitAsync(person, conversation, Answer(round, answer, note, link, item));

    private async Task CommitAsync(string person, string conversation, Effect effect)
    {
        var key = Turn.Key(conversation, person);
        var version = (await Store.LoadAsync(key, "none", Cancel)).Version;
        Assert.IsType<CommitOutcome.Committed>(await Store.CommitAsync(Turn.Of(key, $"m{messages++}", version, effect), Cancel));
    }
}
