using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.Storage;

namespace TechLeakageBot.Tests.Delivery;

public class RateLimitTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly RateLimit Limit = new(
        new RateWindow(2, TimeSpan.FromSeconds(1)), new RateWindow(3, TimeSpan.FromSeconds(10)));

    [Theory]
    [InlineData(new double[0], 0, 0)]
    [InlineData(new double[] { 0 }, 0, 0)]
    [InlineData(new double[] { 0, 0.4 }, 0.5, 1)]
    [InlineData(new double[] { 0, 0.4 }, 1, 1)]
    [InlineData(new double[] { 0, 5, 9.5 }, 9.6, 10)]
    [InlineData(new double[] { 0, 9.5, 9.9 }, 10, 10.5)]
    [InlineData(new double[] { 0, 1, 2 }, 30, 30)]
    public void The_next_send_waits_until_every_window_has_room(double[] sent, double now, double free) =>
        Assert.Equal(At(free), Limit.FreeAt([.. sent.Select(At)], At(now)));

    [Fact]
    public void Persons_of_one_thread_share_its_limit_and_other_threads_do_not()
    {
        var history = new SendHistory();
        Assert.Equal(Start, history.Claim(Row("c1", "p1"), Limit, Start));
        Assert.Equal(Start, history.Claim(Row("c1", "p2"), Limit, Start));
        Assert.Equal(At(1), history.Claim(Row("c1", "p3"), Limit, Start));
        Assert.Equal(Start, history.Claim(Row("c2", "p1"), Limit, Start));
    }

    [Fact]
    public void Threads_that_fell_silent_are_dropped()
    {
        var history = new SendHistory();
        for (var i = 0; i < 100; i++)
            history.Claim(Row($"c{i}", "p"), Limit, Start);
        history.Claim(Row("c", "p"), Limit, Start.AddHours(2));
        Assert.Equal(1, history.Threads);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(8, 256)]
    [InlineData(9, 300)]
    [InlineData(int.MaxValue, 300)]
    public void The_wait_doubles_up_to_a_cap(int failures, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Ceiling(failures));

    [Theory]
    [InlineData(3, null, 0.5, 4)]
    [InlineData(3, -5, 0.5, 4)]
    [InlineData(3, 2, 0.5, 4)]
    [InlineData(3, 30, 0.5, 30)]
    [InlineData(3, 86400, 0.5, 3600)]
    public void The_platforms_word_is_heard_up_to_an_hour(int failures, int? after, double random, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Backoff.Wait(failures, after is { } told ? TimeSpan.FromSeconds(told) : null, random));

    private static DateTimeOffset At(double seconds) => Start.AddSeconds(seconds);

    private static OutboxRow Row(string conversation, string person) => new(1, Turn.Key(conversation, person), "", Turn.Reply("x"), Start, 0, "lane");
}
