using System.Threading.Channels;

namespace TechLeakageBot.Incidents;

/// <summary>Rung when an incident was changed, so that the ladder looks at its deadlines anew.</summary>
internal sealed class IncidentBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns after the next ring, at once if it rang since the last wait.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancel) => rings.Reader.ReadAsync(cancel);
}
