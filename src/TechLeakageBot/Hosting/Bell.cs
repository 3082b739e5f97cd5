using System.Threading.Channels;

namespace TechLeakageBot.Hosting;

/// <summary>Wakes a worker that sleeps until it has something to do.</summary>
internal abstract class Bell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns after the next ring, at once if it rang since the last sleep, and at the latest after so long.</summary>
    public async Task SleepAsync(TimeSpan longest, TimeProvider time, CancellationToken stopping)
    {
        if (longest <= TimeSpan.Zero)
            return;
        using var alarm = new CancellationTokenSource(longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(alarm.Token, stopping);
        try
        {
            await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The alarm went off.
        }
    }
}
