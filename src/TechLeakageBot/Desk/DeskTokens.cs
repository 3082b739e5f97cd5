using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk;

/// <summary>Refuses every POST that does not come from a page of the desk itself.</summary>
internal static class DeskTokens
{
    public static void UseDeskTokens(this IApplicationBuilder desk) => desk.Use(async (context, next) =>
    {
        // Before the form is read, which would break off without saying why.
        if (context.Request.ContentLength > context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize)
            await DeskPage.Notice(Notice.TooLarge).ExecuteAsync(context);
        else if (await IsOwnAsync(context))
            await next(context);
        else
            await DeskPage.Notice(Notice.BadRequest).ExecuteAsync(context);
    });

    private static async Task<bool> IsOwnAsync(HttpContext context)
    {
        try
        {
            // Asked for here and not once at the start, since making it takes a good part of that. It holds GET and HEAD for valid.
            return await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context);
        }
        catch (AntiforgeryValidationException)
        {
            // The form could not be read: it is longer than any page sends, or broke off.
            return false;
        }
    }
}
