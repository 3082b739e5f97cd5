using System.Collections.Concurrent;
using TechLeakageBot.Delivery;
using TechLeakageBot.Tests.Storage;

namespace TechLeakageBot.Tests.Delivery;

/// <summary>Answers each send as the test says; what is not said is sent.</summary>
internal sealed class FakeRoad : IRoad
{
    private readonly ConcurrentQueue<string> sent = new();
    private int underWay;
    private int mostUnderWay;

    public Func<OutboxRow, CancellationToken, Task<SendOutcome>> Answer { get; set; } = (_, _) => Task.FromResult<SendOutcome>(new SendOutcome.Sent());

    public Func<OutboxRow, bool> Carried { get; set; } = _ => true;

    public RateLimit? Limit { get; init; }

    /// <summary>The texts of what was sent, in order.</summary>
    public IReadOnlyCollection<string> Sent => sent;

    public int Tries { get; private set; }

    public int MostUnderWay => mostUnderWay;

    public bool Carries(OutboxRow row) => Carried(row);

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        lock (sent)
        {
            Tries++;
            mostUnderWay = Math.Max(mostUnderWay, ++underWay);
        }

        try
        {
            var outcome = await Answer(row, cancel);
            if (outcome is SendOutcome.Sent)
                sent.Enqueue(Turn.Text(row.Effect));
            return outcome;
        }
        finally
        {
            lock (sent)
                underWay--;
        }
    }
}
