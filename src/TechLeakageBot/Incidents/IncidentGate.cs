namespace TechLeakageBot.Incidents;

/// <summary>
/// Held by whatever changes an incident, so that in this process nobody decides on what another is just writing. Incidents are
/// rare; other instances are held off by the version that a commit expects.
/// </summary>
internal sealed class IncidentGate : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        return new Held(gate);
    }

    public void Dispose() => gate.Dispose();

    private sealed class Held(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
