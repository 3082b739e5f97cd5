using System.Net;

namespace TechLeakageBot.Hosting;

/// <summary>
/// Local mode: no <c>BotFramework:AppId</c> is configured, so nobody is authenticated, and only this machine may speak to the bot.
/// </summary>
internal sealed record RunMode(bool IsLocal)
{
    public static RunMode Of(IConfiguration settings) => new(string.IsNullOrWhiteSpace(settings["BotFramework:AppId"]));

    /// <summary>Whether an address can be reached from this machine only.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    /// <summary>Whether a page of this origin came from this machine; <c>null</c>, as pages without one send it, did not.</summary>
    public static bool IsLoopbackOrigin(string? origin) => Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsLoopback(uri.Host);
}
