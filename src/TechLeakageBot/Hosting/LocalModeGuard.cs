using System.Net;

namespace TechLeakageBot.Hosting;

/// <summary>Holds local mode to this machine: the bot listens on loopback only, and answers only requests that name it so.</summary>
internal static class LocalModeGuard
{
    /// <exception cref="SettingsException">Local mode, but an address in <c>Urls</c> can be reached from elsewhere.</exception>
    public static void CheckUrls(IConfiguration settings)
    {
        if (!RunMode.Of(settings).IsLocal)
            return;
        foreach (var url in (settings["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!RunMode.IsLoopback(HostOf(url)))
            {
                throw new SettingsException(
                    $"Urls: '{url}' can be reached from other machines, but without BotFramework:AppId nobody is authenticated. "
                    + "Set BotFramework:AppId, TenantId and ClientSecret, or listen on http://127.0.0.1:3978.");
            }
        }
    }

    private static string HostOf(string url)
    {
        try
        {
            return BindingAddress.Parse(url).Host;
        }
        catch (FormatException e)
        {
            throw new SettingsException($"Urls: '{url}' is no address to listen on ({e.Message}). Write for example http://127.0.0.1:3978.");
        }
    }

    /// <summary>
    /// Refuses what does not come from this machine or names another host, as a page that rebinds its domain name to loopback does.
    /// </summary>
    public static void UseLocalModeGuard(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<RunMode>().IsLocal)
            return;
        app.Use(async (context, next) =>
        {
            var from = context.Connection.RemoteIpAddress;
            if (RunMode.IsLoopback(context.Request.Host.Host) && (from is null || IPAddress.IsLoopback(from)))
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsJsonAsync(new Problem("Local mode answers this machine only. Configure BotFramework:AppId to serve others."), HostJson.Default.Problem);
        });
    }
}
