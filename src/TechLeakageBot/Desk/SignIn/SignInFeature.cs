using Microsoft.AspNetCore.Antiforgery;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>Signing in and out: with a link from the console in local mode, else with Entra ID. Neither exists in the other's mode.</summary>
internal static class SignInFeature
{
    public static readonly string Path = DeskFeature.Path + "/sign-in";

    /// <exception cref="SettingsException">A setting of <c>Officer</c> is wrong.</exception>
    public static void AddDeskSignIn(this WebApplicationBuilder builder)
    {
        var settings = DeskSettings.Read(builder.Configuration);
        var signIn = builder.Services.AddAuthentication().AddCookie(DeskSession.Scheme, DeskSession.Configure);
        builder.AddDeskKeys();
        builder.Services.Configure<AntiforgeryOptions>(options =>
        {
            options.Cookie = new DeskCookie(SameSiteMode.Strict) { Name = "desk_form" };
            // The policy's frame-ancestors says it, and says it for Teams too.
            options.SuppressXFrameOptionsHeader = true;
        });
        if (settings is null)
            builder.AddLocalSignIn();
        else
            signIn.AddEntraSignIn(settings);
    }

    public static void MapDeskSignIn(this RouteGroupBuilder desk)
    {
        if (((IEndpointRouteBuilder)desk).ServiceProvider.GetRequiredService<RunMode>().IsLocal)
            desk.MapLocalSignIn();
        else
            desk.MapEntraSignIn();
        desk.MapSignOut();
    }
}
