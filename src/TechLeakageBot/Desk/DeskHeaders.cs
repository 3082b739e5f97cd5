using TechLeakageBot.Hosting;

namespace TechLeakageBot.Desk;

/// <summary>What every answer of the desk tells the browser: load and reach nothing but this bot, keep nothing, tell nobody where one was.</summary>
internal static class DeskHeaders
{
    /// <summary>Where Teams shows a tab. In local mode nobody may frame the desk.</summary>
    private const string Teams = "https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft";

    public static void UseDeskHeaders(this IApplicationBuilder desk)
    {
        var framedBy = desk.ApplicationServices.GetRequiredService<RunMode>().IsLocal ? "'none'" : Teams;
        var policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; "
            + $"frame-ancestors {framedBy}";
        desk.Use((context, next) =>
        {
            // At the last moment: the page for an error begins with cleared headers.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = policy;
                headers.XContentTypeOptions = "nosniff";
                // Tells other sites nothing. With no-referrer a browser names the origin of a form as null, which local mode refuses.
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
                headers.Remove("blazor-enhanced-nav");
                if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
                    headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
