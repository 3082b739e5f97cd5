using TechLeakageBot.Hosting;

namespace TechLeakageBot.Knowledge;

/// <summary>Takes over edited knowledge while the bot runs. A broken edit changes nothing and its faults are logged.</summary>
internal sealed class KnowledgeWatch(KnowledgeLoader loader, KnowledgeSource source, TimeProvider time, ILogger<KnowledgeWatch> logger) : BackgroundService
{
    /// <summary>An editor writes a file in several steps; the knowledge is read once they are over.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMilliseconds(400);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var changed = new SemaphoreSlim(0);
        using var watcher = new FileSystemWatcher(loader.Path, "*.yaml") { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changed.Release();
        watcher.Created += (_, _) => changed.Release();
        watcher.Deleted += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            await changed.WaitAsync(stoppingToken);
            while (await changed.WaitAsync(TimeSpan.Zero, stoppingToken) || await MoreFollows(changed, stoppingToken))
            {
            }

            TakeOver();
        }
    }

    private async Task<bool> MoreFollows(SemaphoreSlim changed, CancellationToken cancel)
    {
        await Task.Delay(Settled, time, cancel);
        return await changed.WaitAsync(TimeSpan.Zero, cancel);
    }

    private void TakeOver()
    {
        try
        {
            var (knowledge, faults) = loader.Load();
            if (knowledge is not null)
                source.Replace(knowledge);
            foreach (var fault in faults)
                Log.Rejected(logger, fault);
        }
        catch (Exception e) when (e is SettingsException or IOException or UnauthorizedAccessException)
        {
            Log.Rejected(logger, e.Message);
        }
    }
}
