namespace TechLeakageBot.Crash;

/// <summary>
/// Employees report serious matters all the time while the server is killed at random moments, its start among them. At the end the
/// server drains, and everything that was acknowledged must be there once.
/// </summary>
internal static class CrashRun
{
    private const int Employees = 6;

    /// <summary>The longest life of a server from its start on; a start takes about a second.</summary>
    private const int LongestLife = 5_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static async Task<CrashReport> RunAsync(int kills, int seed, Action<string> tell, CancellationToken cancel)
    {
        tell($"seed {seed}");
        var folder = Directory.CreateTempSubdirectory("bot-crash-");
        try
        {
            using var mails = new MailSink();
            using var server = new Server(folder.FullName, mails.Port);
            var (acknowledged, officer, damaged) = await KillAsync(server, kills, new Random(seed), tell, cancel);
            await server.DrainAsync(Patience, cancel);
            await server.StopAsync(cancel);
            return await Counting.OfAsync(server, acknowledged, officer, mails.Mails, kills, damaged, cancel);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <returns>What was acknowledged, the officer's conversation, and how often the database was found damaged.</returns>
    private static async Task<(Acknowledged Acknowledged, string Officer, int Damaged)> KillAsync(
        Server server, int kills, Random random, Action<string> tell, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = server.Url, Timeout = TimeSpan.FromSeconds(20) };
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var acknowledged = new Acknowledged();
        server.Start();
        await server.WaitUntilLiveAsync(Patience, cancel);
        var officer = await DirectLineClient.OpenAsync(client, "persona-officer", cancel);
        var load = Enumerable.Range(0, Employees).Select(number => new Employee(client, number, acknowledged).ReportAsync(stopping.Token)).ToArray();

        var damaged = 0;
        for (var kill = 1; kill <= kills; kill++)
        {
            await Task.Delay(random.Next(LongestLife), cancel);
            server.Kill();
            if (!server.IsWhole())
                damaged++;
            server.Start();
            if (kill % 10 == 0)
                tell($"{kill} kills, {acknowledged.Count} reports acknowledged");
        }

        await server.WaitUntilLiveAsync(Patience, cancel);
        await stopping.CancelAsync();
        await Task.WhenAll(load);
        return (acknowledged, officer.Conversation, damaged);
    }
}
