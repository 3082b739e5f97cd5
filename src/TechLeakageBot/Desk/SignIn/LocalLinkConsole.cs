using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>
/// Writes the sign-in link to the console once the server listens, and a new one when somebody opens the desk after that was used or
/// has expired. To the console and not to the log, which others may read.
/// </summary>
internal sealed class LocalLinkConsole(LocalLink link, IServer server, DeskConsole console) : IHostedLifecycleService
{
    public void Offer()
    {
        if (server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address && link.Renew() is { } code)
        {
            console.Writer.WriteLine(
                $"責任者の画面へのサインイン（1回限り、{LocalLink.Lifetime.TotalMinutes}分間有効） / Sign in to the officer's desk (once, within {LocalLink.Lifetime.TotalMinutes} minutes):\n"
                + $"  {address.TrimEnd('/')}{SignInFeature.Path}?code={code}");
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Offer();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <summary>Where the link is written: the standard output, or what a test reads.</summary>
internal sealed record DeskConsole(TextWriter Writer);
