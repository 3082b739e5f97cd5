using Microsoft.AspNetCore.Antiforgery;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk;

/// <summary>Refuses every POST that does not come from a page of the desk itself.</summary>
internal static class DeskTokens
{
    public static void UseDeskTokens(this IApplicationBuilder desk)
    {
        var antiforgery = desk.ApplicationServices.GetRequiredService<IAntiforgery>();
        desk.Use(async (context, next) =>
        {
            // False for a request that may change something and has no sound token; GET and HEAD need none.
            if (await antiforgery.IsRequestValidAsync(context))
                await next(context);
            else
                await DeskPage.Notice(Notice.BadRequest).ExecuteAsync(context);
        });
    }
}
