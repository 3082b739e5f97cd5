using System.Net;

namespace TechLeakageBot.Hosting;

/// <summary>Holds local mode to this machine: the bot listens on loopback only, and answers only requests that name it so.</summary>
internal static class LocalModeGuard
{
    /// <summary>Set by proxies and tunnels, which come from loopback and may name it as the host, whoever stands behind them.</summary>
    private static readonly string[] SignsOfProxy = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host"];

    /// <exception cref="SettingsException">Local mode, but an address to listen on can be reached from elsewhere.</exception>
    public static void CheckUrls(IConfiguration settings)
    {
        if (!RunMode.Of(settings).IsLocal)
            return;
        foreach (var (setting, url) in Addresses(settings))
        {
            if (!RunMode.IsLoopback(HostOf(setting, url)))
            {
                throw new SettingsException(
                    $"{setting}: '{url}' can be reached from other machines, but without BotFramework:AppId nobody is authenticated. "
                    + "Set BotFramework:AppId, TenantId and ClientSecret, or listen on http://127.0.0.1:3978.");
            }
        }
    }

    /// <summary>Endpoints of the <c>Kestrel</c> section take the place of <c>Urls</c>.</summary>
    private static IEnumerable<(string Setting, string Url)> Addresses(IConfiguration settings) =>
    [
        .. (settings["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => ("Urls", url)),
        .. settings.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => ($"{endpoint.Path}:Url", endpoint["Url"] ?? "")),
    ];

    private static string HostOf(string setting, string url)
    {
        try
        {
            return BindingAddress.Parse(url).Host;
        }
        catch (FormatException e)
        {
            throw new SettingsException($"{setting}: '{url}' is no address to listen on ({e.Message}). Write for example http://127.0.0.1:3978.");
        }
    }

    /// <summary>
    /// Refuses what does not come from this machine: by its address, through a proxy, from a web page of elsewhere (a browser sends a
    /// page's POST to any address without asking), or naming another host, as a page that rebinds its domain name to loopback does.
    /// </summary>
    public static void UseLocalModeGuard(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<RunMode>().IsLocal)
            return;
        app.Logger.LocalMode();
        app.Use(async (context, next) =>
        {
            if (IsFromHere(context))
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsJsonAsync(new Problem("Local mode answers this machine only. Configure BotFramework:AppId to serve others."), HostJson.Default.Problem);
        });
    }

    private static bool IsFromHere(HttpContext context)
    {
        var (from, headers) = (context.Connection.RemoteIpAddress, context.Request.Headers);
        return RunMode.IsLoopback(context.Request.Host.Host)
            && (from is null || IPAddress.IsLoopback(from))
            && !SignsOfProxy.Any(headers.ContainsKey)
            && headers.Origin.All(RunMode.IsLoopbackOrigin);
    }
}
