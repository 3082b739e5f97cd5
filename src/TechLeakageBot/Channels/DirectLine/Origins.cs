using Microsoft.AspNetCore.Cors.Infrastructure;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Which web pages may speak to the bot: in local mode those of this machine, otherwise the ones configured.</summary>
internal sealed class Origins(RunMode mode, DirectLineSettings settings)
{
    public const string CorsPolicy = "directline";

    private static readonly TimeSpan PreflightIsGoodFor = TimeSpan.FromMinutes(30);

    public void Describe(CorsPolicyBuilder policy) => policy
        .SetIsOriginAllowed(Allows)
        .WithMethods("GET", "POST")
        .WithHeaders("authorization", "content-type", "x-ms-bot-agent", "x-requested-with")
        .SetPreflightMaxAge(PreflightIsGoodFor);

    /// <summary>
    /// Browsers send some requests without a preflight and open sockets to anywhere; those of other pages end here. What is no
    /// browser names no origin.
    /// </summary>
    public static async ValueTask<object?> RefuseOthers(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var origin = request.Headers.Origin.ToString();
        var origins = context.HttpContext.RequestServices.GetRequiredService<Origins>();
        return origin.Length == 0 || origins.Allows(origin) || IsOwn(origin, request)
            ? await next(context)
            : Refusal.Forbidden("A page of this origin may not speak to the bot; its origin is missing in DirectLine:AllowedOrigins.");
    }

    public bool Allows(string origin) => mode.IsLocal
        ? RunMode.IsLoopbackOrigin(origin)
        : settings.AllowedOrigins.Contains(origin);

    /// <summary>The scheme is left out: a proxy may have ended TLS.</summary>
    private static bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
