using System.Data.Common;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Audit;

/// <summary>Writes the audit's newest digest outside the database whenever there is a new one, looked for each minute and at the end.</summary>
internal sealed class DigestWriter(IIncidents incidents, DigestFile file, TimeProvider time, ILogger<DigestWriter> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private long written;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await WriteAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        written = file.Read().Select(digest => digest.Sequence).DefaultIfEmpty().Max();
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do
            {
                await WriteAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The last one is written by the stop.
        }
    }

    private async Task WriteAsync(CancellationToken cancel)
    {
        try
        {
            if (await incidents.DigestAsync(cancel) is not { } newest || newest.Sequence <= written)
                return;
            file.Add(newest, time.GetUtcNow());
            written = newest.Sequence;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or DbException)
        {
            log.DigestNotWritten(fault.GetType().Name);
        }
    }
}
