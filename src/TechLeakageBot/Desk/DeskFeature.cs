using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.FluentUI.AspNetCore.Components;
using TechLeakageBot.Desk.Files;
using TechLeakageBot.Desk.Pages;
using TechLeakageBot.Desk.SignIn;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Desk;

/// <summary>
/// The responsible officer's pages, rendered on the server and working without a script: reading is GET, acting is POST with an
/// anti-forgery token.
/// </summary>
internal static class DeskFeature
{
    public const string Path = "/officer";

    /// <exception cref="SettingsException">A setting of <c>Officer</c> is wrong.</exception>
    public static void AddOfficerDesk(this WebApplicationBuilder builder)
    {
        builder.Services.AddRazorComponents();
        builder.Services.AddFluentUIComponents();
        // Japanese as itself: written as &#x30B5; a page is three times as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddResponseCompression(compression => compression.EnableForHttps = true);
        builder.Services.AddSingleton<DeskTexts>();
        builder.Services.AddSingleton<DeskPeople>();
        builder.Services.AddScoped<DeskView>();
        builder.Services.AddScoped<DeskFacts>();
        builder.Services.AddScoped<TrainingPeople>();
        builder.AddDeskSignIn();
    }

    public static void MapOfficerDesk(this WebApplication app)
    {
        app.UseWhen(IsDesk, desk =>
        {
            desk.UseDeskHeaders();
            desk.UseDeskView();
            desk.UseDeskErrors();
            desk.UseDeskCompression();
        });
        app.UseAuthentication();
        app.UseWhen(IsDesk, desk =>
        {
            desk.UseDeskGate();
            // After the gate, since a token is one person's.
            desk.UseDeskTokens();
        });

        // Tokens are checked by UseDeskTokens for every POST, so that no page can forget it.
        var desk = app.MapGroup(Path).DisableAntiforgery();
        desk.MapDeskFiles();
        desk.MapDeskSignIn();
        desk.MapDeskLanguage();
        desk.MapPages();
    }

    private static bool IsDesk(HttpContext context) => context.Request.Path.StartsWithSegments(Path);
}
