using Microsoft.AspNetCore.Diagnostics;

namespace TechLeakageBot.Hosting;

/// <summary>The one place where an unexpected fault of a request ends: logged, and answered without a trace of its inside.</summary>
internal static class ErrorBoundary
{
    public static void UseErrorBoundary(this WebApplication app) => app.UseExceptionHandler(new ExceptionHandlerOptions
    {
        ExceptionHandler = async context =>
        {
            var fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
            context.Response.StatusCode = fault is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError;
            await context.Response.WriteAsJsonAsync(
                new Problem(fault is BadHttpRequestException known ? known.Message : "Something went wrong inside the bot; it has been logged. Please try again."),
                HostJson.Default.Problem);
        },
    });
}
