using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace TechLeakageBot.Desk.SignIn;

/// <summary>A signed-in browser: thirty minutes without a request end it, and eight hours in any case.</summary>
internal static class DeskSession
{
    public const string Scheme = "desk";

    private const string BeganAt = "began";

    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(8);

    public static void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie = new DeskCookie(SameSiteMode.Strict) { Name = "desk_session" };
        options.ExpireTimeSpan = LongestIdle;
        options.SlidingExpiration = true;
        options.Events.OnSigningIn = context =>
        {
            var now = context.Options.TimeProvider!.GetUtcNow();
            context.Properties.Items[BeganAt] = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = context =>
        {
            if (HasRunOut(context.Properties, context.Options.TimeProvider!.GetUtcNow()))
                context.RejectPrincipal();
            return Task.CompletedTask;
        };
    }

    /// <summary>Only these claims are kept; whatever else the issuer tells is forgotten.</summary>
    public static ClaimsPrincipal Of(string claim, params IEnumerable<string> values) =>
        new(new ClaimsIdentity(values.Select(value => new Claim(claim, value)), Scheme));

    private static bool HasRunOut(AuthenticationProperties session, DateTimeOffset now) =>
        !long.TryParse(session.Items.TryGetValue(BeganAt, out var began) ? began : null, CultureInfo.InvariantCulture, out var seconds)
        || now - DateTimeOffset.FromUnixTimeSeconds(seconds) >= Longest;
}
