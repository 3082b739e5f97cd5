using TechLeakageBot.Certificates.Pages;
using TechLeakageBot.Desk;
using TechLeakageBot.Desk.Pages;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Training;

namespace TechLeakageBot.Certificates;

/// <summary>
/// Certificates as people print them. Whoever has the number sees the page: it takes no sign-in, keeps no cookie, and does not name the
/// holder, who writes the name in by hand.
/// </summary>
internal static class CertificatesFeature
{
    public const string Path = "/certificates";

    private const string Limited = "certificates";

    public static void AddCertificates(this WebApplicationBuilder builder) =>
        builder.Services.AddRateLimiter(limits => limits.AddPolicy<System.Net.IPAddress, CertificatePace>(Limited));

    public static void MapCertificatePages(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), page =>
        {
            page.Use(PrepareAsync);
            page.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandler = context => Say(DeskSay.FaultText, StatusCodes.Status500InternalServerError).ExecuteAsync(context),
            });
            page.UseRateLimiter();
        });
        var group = app.MapGroup(Path).DisableAntiforgery().RequireRateLimiting(Limited);
        group.MapGet("/{number}", ShowAsync);
        group.MapFallback("{**rest}", () => Say(DeskSay.CertificateUnknown, StatusCodes.Status404NotFound));
    }

    public static IResult Say(DeskSay words, int status) => DeskPage.Of<CertificateWordsPage>(new { Words = words }, status);

    private static async Task<IResult> ShowAsync(string number, ITrainees trainees, KnowledgeSource knowledge, CancellationToken cancel) =>
        CertificateNumber.Read(number) is { } known && await trainees.ByCertificateAsync(known, cancel) is { } person
            && Certificate.Of(person.Trainee, known, knowledge.Current.Curriculum) is { } certificate
            ? DeskPage.Of<CertificateOwnPage>(new { Certificate = certificate })
            : Say(DeskSay.CertificateUnknown, StatusCodes.Status404NotFound);

    private static Task PrepareAsync(HttpContext context, RequestDelegate next)
    {
        // The address is what opens the page, so no other site is told it.
        PublicPages.Prepare(context, forms: "'none'", referrer: "no-referrer").Address = context.Request.Path;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
