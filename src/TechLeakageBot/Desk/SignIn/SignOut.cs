using Microsoft.AspNetCore.Authentication;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>Ends the session of this browser; nobody is signed out of Microsoft 365.</summary>
internal static class SignOut
{
    public static readonly string Path = DeskFeature.Path + "/sign-out";

    private const string Done = "/signed-out";

    public static void MapSignOut(this RouteGroupBuilder desk)
    {
        desk.MapPost("/sign-out", async (HttpContext context) =>
        {
            await context.SignOutAsync(DeskSession.Scheme);
            return Results.LocalRedirect(DeskFeature.Path + Done);
        }).OpenToAll();
        desk.MapGet(Done, () => DeskPage.Notice(Notice.SignedOut)).OpenToAll();
    }
}
