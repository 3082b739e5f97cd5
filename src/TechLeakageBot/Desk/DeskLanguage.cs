using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Core;
using TechLeakageBot.Desk.SignIn;

namespace TechLeakageBot.Desk;

/// <summary>The language of the pages: the one chosen, kept in a cookie, else the browser's, else Japanese.</summary>
internal static class DeskLanguage
{
    private const string CookieName = "desk_language";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static void UseDeskView(this IApplicationBuilder desk) => desk.Use((context, next) =>
    {
        var view = context.RequestServices.GetRequiredService<DeskView>();
        view.Language = Of(context.Request);
        view.Address = context.Request.Path + context.Request.QueryString;
        return next(context);
    });

    public static void MapDeskLanguage(this RouteGroupBuilder desk) => desk
        .MapPost("/language", (HttpContext context, [FromForm] string? language, [FromForm] string? to) =>
        {
            var cookie = new DeskCookie(SameSiteMode.Strict).Build(context);
            cookie.MaxAge = Kept;
            context.Response.Cookies.Append(CookieName, language == "en" ? "en" : "ja", cookie);
            return Results.LocalRedirect(DeskAddress.Safe(to));
        })
        .OpenToAll();

    /// <summary>The language of a page that keeps no cookie: the one its address names (<c>?lang=en</c>), else the browser's, else Japanese.</summary>
    public static Language Asked(HttpRequest request) => Named(request.Query["lang"]) ?? Preferred(request);

    private static Language Of(HttpRequest request) => Named(request.Cookies[CookieName]) ?? Preferred(request);

    private static Language? Named(string? language) => language switch
    {
        "ja" => Language.Japanese,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>Japanese unless the browser asks for something else first.</summary>
    private static Language Preferred(HttpRequest request)
    {
        var first = request.GetTypedHeaders().AcceptLanguage.OrderByDescending(wish => wish.Quality ?? 1).FirstOrDefault()?.Value.Value;
        return first is null or "*" || first.StartsWith("ja", StringComparison.OrdinalIgnoreCase) ? Language.Japanese : Language.English;
    }
}
