using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Storage;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Tests.Storage;

namespace TechLeakageBot.Tests.Delivery;

public sealed class DeliveryTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero));
    private readonly OutboxBell bell = new();
    private readonly TestMeters meters = new();
    private SqliteStore store = null!;
    private FaultyOutbox outbox = null!;
    private DeliveryWorker? worker;

    /// <summary>Ends a test that waits in vain.</summary>
    private readonly CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private CancellationToken Cancel => patience.Token;

    public async ValueTask InitializeAsync()
    {
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        store = new SqliteStore(SqliteFile.Of($"Data Source={folder.File("bot.db")}"), Retention.Default, time, NullLogger<SqliteStore>.Instance);
        await store.OpenAsync(Cancel);
        outbox = new FaultyOutbox(store);
    }

    public async ValueTask DisposeAsync()
    {
        if (worker is not null)
            await StopAsync();
        store.Dispose();
        meters.Dispose();
        folder.Dispose();
        patience.Dispose();
    }

    [Fact]
    public async Task Replies_go_in_order_and_leave_the_outbox()
    {
        var road = await StartAsync();
        for (var i = 0; i < 30; i++)
            await CommitAsync("c1", $"{i}");

        await UntilAsync(() => road.Sent.Count == 30);

        Assert.Equal(Enumerable.Range(0, 30).Select(i => $"{i}"), road.Sent);
        Assert.Equal(1, road.MostUnderWay);
        await UntilEmptyAsync();
    }

    [Fact]
    public async Task Conversations_go_side_by_side_up_to_a_bound_and_no_row_goes_twice()
    {
        for (var i = 0; i < 300; i++)
            await CommitAsync($"c{i % 60}", $"{i}");
        var road = await StartAsync(new FakeRoad { Answer = async (_, _) => { await Task.Yield(); return new SendOutcome.Sent(); } });

        await UntilEmptyAsync();

        Assert.Equal(300, road.Sent.Count);
        Assert.Equal(300, road.Sent.Distinct().Count());
        Assert.InRange(road.MostUnderWay, 1, 16);
    }

    [Fact]
    public async Task What_failed_is_tried_again_in_its_place()
    {
        var failures = 12;
        await CommitAsync("c1", "a");
        await CommitAsync("c1", "b");
        var road = await StartAsync(new FakeRoad { Answer = (row, _) => Outcome(Turn.Text(row.Effect) == "a" && failures-- > 0 ? new SendOutcome.Later("HTTP 503") : new SendOutcome.Sent()) });

        await UntilAsync(() => road.Sent.Count == 2, TimeSpan.FromSeconds(30));

        Assert.Equal(["a", "b"], road.Sent);
        Assert.Equal(14, road.Tries);
    }

    [Fact]
    public async Task A_platform_that_names_a_wait_is_left_alone_for_that_long()
    {
        var answer = new Queue<SendOutcome>([new SendOutcome.Later("HTTP 429", TimeSpan.FromSeconds(90)), new SendOutcome.Sent()]);
        await CommitAsync("c1", "a");
        var road = await StartAsync(new FakeRoad { Answer = (_, _) => Outcome(answer.Dequeue()) });
        await UntilPutOffAsync();

        time.Advance(TimeSpan.FromSeconds(89));
        await Task.Delay(100, Cancel);
        Assert.Equal(1, road.Tries);
        await UntilAsync(() => road.Sent.Count == 1, TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_closed_road_sets_the_row_aside_and_lets_the_next_one_go()
    {
        await CommitAsync("c1", "a");
        await CommitAsync("c1", "b");
        var road = await StartAsync(new FakeRoad { Answer = (row, _) => Outcome(Turn.Text(row.Effect) == "a" ? new SendOutcome.Closed("blocked") : new SendOutcome.Sent()) });

        await UntilAsync(() => road.Sent.Count == 1);

        Assert.Equal(["b"], road.Sent);
    }

    [Fact]
    public async Task A_stuck_conversation_holds_up_no_other()
    {
        var never = new TaskCompletionSource<SendOutcome>();
        await CommitAsync("stuck", "x");
        await CommitAsync("stuck", "y");
        await CommitAsync("c1", "a");
        await CommitAsync("c1", "b");
        var road = await StartAsync(new FakeRoad { Answer = (row, _) => row.Conversation.Conversation == "stuck" ? never.Task : Outcome(new SendOutcome.Sent()) });

        await UntilAsync(() => road.Sent.Count == 2);
        Assert.Equal(["a", "b"], road.Sent);

        never.SetResult(new SendOutcome.Sent());
        await UntilAsync(() => road.Sent.Count == 4);
        Assert.Equal(["a", "b", "x", "y"], road.Sent);
    }

    [Fact]
    public async Task An_alert_does_not_wait_for_the_replies_before_it()
    {
        var never = new TaskCompletionSource<SendOutcome>();
        await CommitAsync("c1", Turn.Reply("a"), Turn.Alert("alert"));
        var road = await StartAsync(new FakeRoad { Answer = (row, _) => row.Effect is Effect.Alert ? Outcome(new SendOutcome.Sent()) : never.Task });

        await UntilAsync(() => road.Sent.Count == 1);
        Assert.Equal(["alert"], road.Sent);
        never.SetResult(new SendOutcome.Sent());
    }

    [Fact]
    public async Task A_road_that_throws_is_tried_again()
    {
        var thrown = 0;
        await CommitAsync("c1", "a");
        var road = await StartAsync(new FakeRoad { Answer = (_, _) => thrown++ < 2 ? throw new InvalidCastException("holds what was sent") : Outcome(new SendOutcome.Sent()) });

        await UntilAsync(() => road.Sent.Count == 1, TimeSpan.FromSeconds(1));

        Assert.Equal(3, road.Tries);
    }

    [Fact]
    public async Task A_send_that_never_ends_is_cancelled_and_tried_again()
    {
        var first = true;
        await CommitAsync("c1", "a");
        var road = await StartAsync(new FakeRoad
        {
            Answer = async (_, cancel) =>
            {
                if (first)
                {
                    first = false;
                    await Task.Delay(Timeout.Infinite, cancel);
                }

                return new SendOutcome.Sent();
            },
        });

        await UntilAsync(() => road.Sent.Count == 1, TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Rows_without_a_road_wait_and_hold_up_nobody()
    {
        for (var i = 0; i < 40; i++)
            await CommitAsync($"n{i}", "nobody's");
        await CommitAsync("c1", "a");
        var open = false;
        var road = await StartAsync(new FakeRoad { Carried = row => open || Turn.Text(row.Effect) == "a" });
        await UntilAsync(() => road.Sent.Count == 1);

        open = true;
        await UntilAsync(() => road.Sent.Count == 41, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task The_first_road_that_carries_a_row_takes_it()
    {
        var (deaf, first, second) = (new FakeRoad { Carried = _ => false }, new FakeRoad(), new FakeRoad());
        await CommitAsync("c1", "a");
        await StartAsync(deaf, first, second);
        await UntilAsync(() => first.Sent.Count == 1);
        Assert.Equal(0, deaf.Tries + second.Tries);
    }

    [Fact]
    public async Task A_limit_of_the_road_is_kept_and_counts_as_no_failure()
    {
        for (var i = 0; i < 5; i++)
            await CommitAsync("c1", $"{i}");
        var attempts = 0;
        var road = await StartAsync(new FakeRoad
        {
            Limit = new RateLimit(new RateWindow(2, TimeSpan.FromSeconds(10))),
            Answer = (row, _) => { attempts += row.Attempts; return Outcome(new SendOutcome.Sent()); },
        });
        await UntilAsync(() => road.Sent.Count == 2);
        await UntilPutOffAsync();
        Assert.Equal(2, road.Sent.Count);

        time.Advance(TimeSpan.FromSeconds(10));
        await UntilAsync(() => road.Sent.Count == 4);
        await UntilPutOffAsync();
        Assert.Equal(4, road.Sent.Count);

        time.Advance(TimeSpan.FromSeconds(10));
        await UntilEmptyAsync();
        Assert.Equal(0, attempts);
    }

    [Fact]
    public async Task Held_replies_go_when_their_holder_did_not_take_them()
    {
        var road = await StartAsync();
        await store.CommitAsync(Turn.Of(Turn.Key(), "m", 0, Turn.Reply("a")) with { HoldReplies = TimeSpan.FromSeconds(20) }, Cancel);
        bell.Ring();
        await Task.Delay(100, Cancel);
        Assert.Empty(road.Sent);

        await UntilAsync(() => road.Sent.Count == 1, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Faults_of_the_store_lose_nothing_and_send_nothing_twice()
    {
        for (var i = 0; i < 10; i++)
            await CommitAsync($"c{i % 3}", $"{i}");
        outbox.Faults = 5;
        var road = new FakeRoad { Answer = (_, _) => { outbox.Faults = 2; return Outcome(new SendOutcome.Sent()); } };
        await StartAsync(road);

        await UntilEmptyAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(10, road.Sent.Count);
        Assert.Equal(10, road.Tries);
    }

    [Fact]
    public async Task What_is_under_way_at_a_stop_ends_and_nothing_more_begins()
    {
        var send = new TaskCompletionSource<SendOutcome>();
        await CommitAsync("c1", "a");
        await CommitAsync("c1", "b");
        var road = await StartAsync(new FakeRoad { Answer = (_, _) => send.Task });
        await UntilAsync(() => road.Tries == 1);

        var stop = worker!.StopAsync(Cancel);
        send.SetResult(new SendOutcome.Sent());
        await stop;

        Assert.Equal(["a"], road.Sent);
        Assert.Equal("b", Turn.Text(Assert.Single(await DueAsync()).Effect));
    }

    [Fact]
    public async Task A_send_that_does_not_end_at_a_stop_is_left_and_its_row_stays()
    {
        await CommitAsync("c1", "a");
        var road = await StartAsync(new FakeRoad { Answer = async (_, cancel) => { await Task.Delay(Timeout.Infinite, cancel); return new SendOutcome.Sent(); } });
        await UntilAsync(() => road.Tries == 1);

        var stop = worker!.StopAsync(Cancel);
        await UntilAsync(() => stop.IsCompleted, TimeSpan.FromSeconds(1));

        Assert.Equal(0, Assert.Single(await DueAsync()).Attempts);
    }

    [Fact]
    public async Task A_restart_sends_what_was_left()
    {
        await CommitAsync("c1", "a");
        await CommitAsync("c2", "b");
        store.Dispose();
        await InitializeAsync();

        var road = await StartAsync();

        await UntilAsync(() => road.Sent.Count == 2);
        Assert.Equal(["a", "b"], road.Sent.Order());
    }

    private static Task<SendOutcome> Outcome(SendOutcome outcome) => Task.FromResult(outcome);

    private async Task<FakeRoad> StartAsync(params FakeRoad[] roads)
    {
        roads = roads.Length > 0 ? roads : [new FakeRoad()];
        worker = new DeliveryWorker(outbox, roads, new SendHistory(), bell, new DeliveryMetrics(meters), time, NullLogger<DeliveryWorker>.Instance);
        await worker.StartAsync(Cancel);
        return roads[0];
    }

    private async Task StopAsync()
    {
        var stop = worker!.StopAsync(CancellationToken.None);
        while (!stop.IsCompleted)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(1, CancellationToken.None);
        }

        worker.Dispose();
    }

    private Task CommitAsync(string conversation, string text) => CommitAsync(conversation, Turn.Reply(text));

    private async Task CommitAsync(string conversation, params Effect[] effects)
    {
        var key = Turn.Key(conversation);
        var remembered = await store.LoadAsync(key, "m", Cancel);
        await store.CommitAsync(Turn.Of(key, $"m{remembered.Version}", remembered.Version, effects), Cancel);
        bell.Ring();
    }

    private Task<IReadOnlyList<OutboxRow>> DueAsync() => store.DueAsync(time.GetUtcNow(), 100, Cancel);

    private async Task UntilPutOffAsync()
    {
        while (await store.NextDueAsync(time.GetUtcNow(), Cancel) is null)
            await Task.Delay(1, Cancel);
    }

    private async Task UntilEmptyAsync(TimeSpan step = default)
    {
        while ((await store.DueAsync(DateTimeOffset.MaxValue, 1, Cancel)).Count > 0)
        {
            time.Advance(step);
            await Task.Delay(1, Cancel);
        }
    }

    /// <summary>Waits, moving the clock on by a step each time it looks.</summary>
    private async Task UntilAsync(Func<bool> condition, TimeSpan step = default)
    {
        while (!condition())
        {
            time.Advance(step);
            await Task.Delay(1, Cancel);
        }
    }
}
