using System.Globalization;

namespace TechLeakageBot.Benchmarks.Turns;

/// <summary>
/// Whole turns over HTTP: the bot on a real store, and a bare endpoint as the peer in the same run. Both answer to the same
/// connector, and a turn is over when it is acknowledged and its reply has come. Sender, bot and connector share this process.
/// </summary>
internal static class TurnLoad
{
    private const int Turns = 600;

    /// <summary>Fewer leave most of the code in its first, slow translation, and then that is what is measured.</summary>
    private const int WarmUpTurns = 2_400;

    private const int StepsInFlight = 16;
    private static readonly int[] InFlight = [1, 16, 64];

    public static async Task RunAsync()
    {
        string[] texts = [.. Messages.HoldOut(200).Unknown.Select(example => example.Text)];
        await using var connector = await LocalConnector.StartAsync();
        using var crowd = new Crowd(connector, texts);
        await CompareAsync(crowd);
        await ShowStepsAsync(crowd);
    }

    private static async Task CompareAsync(Crowd crowd)
    {
        await using var bare = await BareEndpoint.StartAsync();
        await using var bot = await RealBot.StartAsync();
        await WarmUpAsync(crowd, bare.Url);
        await WarmUpAsync(crowd, bot.Url);

        Console.WriteLine($"{Turns} turns each on {Environment.ProcessorCount} cores. A turn ends when it is acknowledged and its reply has reached the connector (ms).\n");
        var table = new Table("endpoint", "in flight", "turns/s", "p50", "p95", "p99", "ack p50", "ack p99", "CPU ms", "lost", "ratio");
        foreach (var inFlight in InFlight)
        {
            var peer = await crowd.WriteAsync(bare.Url, Turns, inFlight);
            var own = await crowd.WriteAsync(bot.Url, Turns, inFlight);
            Add(table, "bare Kestrel", inFlight, peer, peer);
            Add(table, "TechLeakageBot", inFlight, own, peer);
        }

        table.Print();
    }

    /// <summary>A run of its own, because watching costs a little too.</summary>
    private static async Task ShowStepsAsync(Crowd crowd)
    {
        var steps = new StepTimes();
        await using var bot = await RealBot.StartAsync(steps);
        await WarmUpAsync(crowd, bot.Url);
        steps.Clear();
        var times = await crowd.WriteAsync(bot.Url, Turns, StepsInFlight);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Where the time goes, {StepsInFlight} in flight, {times.TurnsPerSecond:0} turns/s; waiting is included and steps of several turns overlap.\n"));
        steps.Print(Turns);
    }

    private static Task<Times> WarmUpAsync(Crowd crowd, string bot) => crowd.WriteAsync(bot, WarmUpTurns, StepsInFlight);

    private static void Add(Table table, string endpoint, int inFlight, Times times, Times peer) => table.Add(
        endpoint,
        inFlight.ToString(CultureInfo.InvariantCulture),
        times.TurnsPerSecond.ToString("0", CultureInfo.InvariantCulture),
        Milliseconds(times, 50, time => time.Whole),
        Milliseconds(times, 95, time => time.Whole),
        Milliseconds(times, 99, time => time.Whole),
        Milliseconds(times, 50, time => time.Acknowledged),
        Milliseconds(times, 99, time => time.Acknowledged),
        times.CpuOfOne.ToString("0.00", CultureInfo.InvariantCulture),
        times.Lost.ToString(CultureInfo.InvariantCulture),
        (times.TurnsPerSecond / peer.TurnsPerSecond).ToString("0.00", CultureInfo.InvariantCulture));

    private static string Milliseconds(Times times, int percent, Func<Time, double> of) =>
        times.Percentile(percent, of).ToString("0.0", CultureInfo.InvariantCulture);
}
