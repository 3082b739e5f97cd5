using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// The connectors that answers, and the bot's token with them, may go to. In local mode this machine only. Otherwise https to
/// Microsoft's hosts and those of <c>BotFramework:AllowedHosts</c>; plain http only to this machine, and only if it is named there.
/// </summary>
internal sealed class ServiceHosts(BotFrameworkSettings settings)
{
    private const int LongestUrl = 1024;

    /// <summary>Public, government and China clouds. Never a wildcard over a domain where anybody can register a name.</summary>
    private static readonly string[] Microsoft =
    [
        "*.botframework.com",
        "smba.trafficmanager.net",
        "smba.onyx.prod.teams.trafficmanager.net",
        "*.teams.microsoft.com",
        "*.botframework.us",
        "*.botframework.azure.us",
        "*.teams.microsoft.us",
        "*.botframework.azure.cn",
    ];

    private readonly IReadOnlyList<string> named = settings.AllowedHosts;
    private readonly bool local = settings.Credentials is null;

    public bool Allow(string? serviceUrl)
    {
        if (serviceUrl is not { Length: <= LongestUrl } || !Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url))
            return false;
        if (url.Scheme is not ("https" or "http") || url.UserInfo.Length > 0 || url.Query.Length > 0 || url.Fragment.Length > 0)
            return false;
        if (local)
            return RunMode.IsLoopback(url.Host);
        var isNamed = named.Any(pattern => Matches(pattern, url));
        return url.Scheme == "https" ? isNamed || Microsoft.Any(pattern => Matches(pattern, url)) : isNamed && RunMode.IsLoopback(url.Host);
    }

    private static bool Matches(string pattern, Uri url) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
            ? url.Host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase)
            : url.Host.Equals(pattern, StringComparison.OrdinalIgnoreCase) || url.Authority.Equals(pattern, StringComparison.OrdinalIgnoreCase);
}
