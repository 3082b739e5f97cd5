using System.Threading.Channels;

namespace TechLeakageBot.Delivery;

/// <summary>Rung when rows were committed to the outbox, so that the delivery need not wait for its next look.</summary>
internal sealed class OutboxBell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Returns after the next ring, at once if it rang since the last wait.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancel) => rings.Reader.ReadAsync(cancel);
}
