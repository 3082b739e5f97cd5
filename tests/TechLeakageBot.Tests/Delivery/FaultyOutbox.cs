using TechLeakageBot.Delivery;

namespace TechLeakageBot.Tests.Delivery;

/// <summary>An outbox whose every method fails for as many calls as <see cref="Faults"/> says.</summary>
internal sealed class FaultyOutbox(IOutbox inner) : IOutbox
{
    private int faults;

    public int Faults
    {
        get => Volatile.Read(ref faults);
        set => Volatile.Write(ref faults, value);
    }

    public Task<IReadOnlyList<OutboxRow>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel) => OrFault(() => inner.DueAsync(now, most, cancel));

    public Task<DateTimeOffset?> NextDueAsync(DateTimeOffset after, CancellationToken cancel) => OrFault(() => inner.NextDueAsync(after, cancel));

    public Task<DateTimeOffset?> OldestAlertAsync(CancellationToken cancel) => OrFault(() => inner.OldestAlertAsync(cancel));

    public Task DeliveredAsync(long id, CancellationToken cancel) => OrFault(() => inner.DeliveredAsync(id, cancel));

    public Task PutOffAsync(long id, DateTimeOffset due, string? error, CancellationToken cancel) => OrFault(() => inner.PutOffAsync(id, due, error, cancel));

    public Task SetAsideAsync(long id, string error, CancellationToken cancel) => OrFault(() => inner.SetAsideAsync(id, error, cancel));

    private T OrFault<T>(Func<T> call)
        where T : Task => Interlocked.Decrement(ref faults) >= 0 ? throw new IOException("disk on fire") : call();

    public Task<OutboxState> StateAsync(CancellationToken cancel) => inner.StateAsync(cancel);

    public Task<bool> RetryAsync(long id, CancellationToken cancel) => inner.RetryAsync(id, cancel);
}
