using TechLeakageBot.Hosting;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>
/// A cookie of the desk, out of the reach of scripts. It travels encrypted only, except from this machine to itself: behind a proxy
/// that ends TLS the request looks plain, but names the public host.
/// </summary>
internal sealed class DeskCookie : CookieBuilder
{
    public DeskCookie(SameSiteMode sameSite)
    {
        HttpOnly = true;
        IsEssential = true;
        Path = DeskFeature.Path;
        SameSite = sameSite;
    }

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Secure = context.Request.IsHttps || !RunMode.IsLoopback(context.Request.Host.Host);
        return cookie;
    }
}
