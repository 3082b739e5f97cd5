using Microsoft.AspNetCore.Antiforgery;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk;

/// <summary>Refuses every POST that does not come from a page of the desk itself.</summary>
internal static class DeskTokens
{
    public static void UseDeskTokens(this IApplicationBuilder desk) => desk.Use(async (context, next) =>
    {
        // Asked for here and not once above, since making it takes a good part of the start. It holds GET and HEAD for valid.
        if (await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
            await next(context);
        else
            await DeskPage.Notice(Notice.BadRequest).ExecuteAsync(context);
    });
}
