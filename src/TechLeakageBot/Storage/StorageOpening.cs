using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage;

/// <summary>
/// Opens the store, once, before anything else of the host starts: no request comes in and no delivery begins on a store that is
/// unusable. A command opens it before it starts the host, which would log the refusal as a crash of its own.
/// </summary>
internal sealed class StorageOpening(IStore store) : IHostedLifecycleService
{
    private Task? opening;

    /// <exception cref="StorageUnusableException">The store is unusable; the message says why and what to do.</exception>
    public Task OpenAsync(CancellationToken cancel) => opening ??= store.OpenAsync(cancel);

    public Task StartingAsync(CancellationToken cancellationToken) => OpenAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
