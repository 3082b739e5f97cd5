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
        using var watcher = Watch(() => changed.Release());
        if (watcher is null)
            return;
        while (!stoppingToken.IsCancellationRequested)
        {
            await changed.WaitAsync(stoppingToken);
            while (await changed.WaitAsync(TimeSpan.Zero, stoppingToken) || await MoreFollows(changed, stoppingToken))
            {
            }

            TakeOver();
        }
    }

    /// <summary>Null where the machine has no watcher left: the bot answers all the same, and takes edits over at its next start.</summary>
    private FileSystemWatcher? Watch(Action changed)
    {
        var watcher = new FileSystemWatcher(loader.Path, "*.yaml") { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changed();
        watcher.Created += (_, _) => changed();
        watcher.Deleted += (_, _) => changed();
        watcher.Renamed += (_, _) => changed();
        watcher.Error += (_, _) => changed();
        try
        {
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException e)
        {
            watcher.Dispose();
            Log.NotWatched(logger, loader.Path, e.Message);
            return null;
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
