using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Desk;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Anonymous;

/// <summary>
/// The page on which staff report without a name. It knows nobody: no sign-in, no cookie, no script, and the token travels in the body
/// of a form, never in an address.
/// </summary>
internal static class AnonymousFeature
{
    public const string Path = "/anonymous";

    /// <summary>More than 10,000 characters need as a form sends them, twice over.</summary>
    private const int LargestBody = 256 * 1024;

    private const string Limited = "anonymous";

    /// <exception cref="SettingsException"><c>Anonymous:Url</c> is no address.</exception>
    public static void AddAnonymousReports(this WebApplicationBuilder builder)
    {
        AnonymousSettings.PageOf(builder.Configuration);
        builder.Services.AddSingleton<AnonymousReports>();
        builder.Services.AddRateLimiter(limits =>
        {
            limits.AddPolicy(Limited, context => HttpMethods.IsPost(context.Request.Method)
                ? PublicPages.Limit(context)
                : RateLimitPartition.GetNoLimiter(IPAddress.Any));
            limits.OnRejected = (rejected, _) => PublicPages.RefuseAsync(rejected, AnonymousEndpoints.Say(DeskSay.AnonymousBusy, StatusCodes.Status429TooManyRequests));
        });
    }

    public static void MapAnonymousReports(this WebApplication app)
    {
        if (AnonymousSettings.PageOf(app.Configuration) is null)
            return;
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), page =>
        {
            page.Use(PrepareAsync);
            page.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = FaultAsync });
            page.UseRateLimiter();
        });
        app.MapGroup(Path).DisableAntiforgery().RequireRateLimiting(Limited).WithMetadata(new RequestSizeLimitAttribute(LargestBody)).MapPages();
    }

    /// <summary>An address of these pages that keeps the language of the page it stands on.</summary>
    public static string To(string path, DeskView view) => $"{Path}{path.TrimEnd('/')}?lang={view.Lang}";

    private static Task PrepareAsync(HttpContext context, RequestDelegate next)
    {
        // With no-referrer a browser names the origin of a form as null, which local mode refuses.
        PublicPages.Prepare(context, forms: "'self'", referrer: "same-origin");
        return next(context);
    }

    private static Task FaultAsync(HttpContext context) => (context.Features.Get<IExceptionHandlerFeature>()?.Error is BadHttpRequestException bad
        ? AnonymousEndpoints.Say(bad.StatusCode == StatusCodes.Status413PayloadTooLarge ? DeskSay.AnonymousTooLarge : DeskSay.BadRequestText, bad.StatusCode)
        : AnonymousEndpoints.Say(DeskSay.AnonymousFault, StatusCodes.Status500InternalServerError)).ExecuteAsync(context);
}
