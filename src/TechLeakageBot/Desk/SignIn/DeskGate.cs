using Microsoft.AspNetCore.Authentication;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>Lets only officers and deputies through, and asks anew at every request. What is not marked open is closed.</summary>
internal static class DeskGate
{
    public static void UseDeskGate(this IApplicationBuilder desk) => desk.Use(async (context, next) =>
    {
        var session = await context.AuthenticateAsync(DeskSession.Scheme);
        var view = context.RequestServices.GetRequiredService<DeskView>();
        if (session.Succeeded)
        {
            context.User = session.Principal;
            view.Person = context.RequestServices.GetRequiredService<DeskPeople>().Of(session.Principal);
        }

        view.IsFramed = IsFramed(context.Request);
        if (view.IsFramed)
            await DeskPage.Of<OutsidePage>(new { To = HttpMethods.IsGet(context.Request.Method) ? view.Address : DeskFeature.Path }).ExecuteAsync(context);
        else if (view.Person is not null || context.GetEndpoint()?.Metadata.GetMetadata<OpenMark>() is not null)
            await next(context);
        else if (session.Succeeded)
            await DeskPage.Notice(Notice.Forbidden).ExecuteAsync(context);
        else if (CameFromElsewhere(context.Request))
            await DeskPage.Of<ContinuePage>(new { To = view.Address }).ExecuteAsync(context);
        else if (HttpMethods.IsGet(context.Request.Method))
            context.Response.Redirect(SignInFeature.Path + QueryString.Create("to", view.Address));
        else
            await DeskPage.Notice(Notice.SignedOutMeanwhile).ExecuteAsync(context);
    });

    /// <summary>
    /// Browsers keep the cookie back on the way from another site, as from a link in Teams or from the sign-in at Microsoft. A page that
    /// leads on at once asks again from here.
    /// </summary>
    private static bool CameFromElsewhere(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && request.Headers["Sec-Fetch-Site"] == "cross-site" && request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";

    /// <summary>As in a tab of Teams. Browsers keep a strict cookie out of every frame of another site, so nobody can sign in there.</summary>
    private static bool IsFramed(HttpRequest request) => request.Headers["Sec-Fetch-Dest"].ToString() is "iframe" or "frame" or "embed" or "object";

    /// <summary>Whoever asks may see it, signed in or not.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.WithMetadata(new OpenMark());

    private sealed class OpenMark;
}
