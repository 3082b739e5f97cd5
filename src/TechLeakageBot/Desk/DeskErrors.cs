using Microsoft.AspNetCore.Diagnostics;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk;

/// <summary>Where an unexpected fault of a page ends: logged by the framework, and answered as a page without a trace of its inside.</summary>
internal static class DeskErrors
{
    public static void UseDeskErrors(this IApplicationBuilder desk) => desk.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = context =>
        {
            var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            return fault is BadHttpRequestException bad
                ? DeskPage.Notice(Notice.BadRequest, bad.StatusCode).ExecuteAsync(context)
                : DeskPage.Notice(Notice.Fault).ExecuteAsync(context);
        },
    });
}
