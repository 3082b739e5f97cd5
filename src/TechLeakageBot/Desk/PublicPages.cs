using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace TechLeakageBot.Desk;

/// <summary>What the pages share that anybody may open who reaches them: no cookie, no script, nothing kept, and a bound on one address.</summary>
internal static class PublicPages
{
    /// <summary>How many requests one address may send at once, and how fast it may go on. Addresses are kept in memory for so long, and nowhere else.</summary>
    private static readonly TokenBucketRateLimiterOptions Pace =
        new() { TokenLimit = 30, TokensPerPeriod = 10, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    public static RateLimitPartition<IPAddress> Limit(HttpContext context) =>
        RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress ?? IPAddress.None, _ => Pace);

    /// <param name="words">The page that asks to wait.</param>
    public static async ValueTask RefuseAsync(OnRejectedContext rejected, IResult words)
    {
        rejected.HttpContext.Response.Headers.RetryAfter = Pace.ReplenishmentPeriod.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await words.ExecuteAsync(rejected.HttpContext);
    }

    /// <summary>Sets the language, and at the last moment the headers: the page for an error begins with cleared ones.</summary>
    /// <param name="forms">Where forms may go, as the policy's <c>form-action</c> names it.</param>
    /// <param name="referrer">What other pages are told of the address.</param>
    /// <returns>What the page's components know.</returns>
    public static DeskView Prepare(HttpContext context, string forms, string referrer)
    {
        var view = context.RequestServices.GetRequiredService<DeskView>();
        view.Language = DeskLanguage.Asked(context.Request);
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action {forms}; frame-ancestors 'none'";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = referrer;
            headers.CacheControl = "no-store";
            headers.Remove("blazor-enhanced-nav");
            return Task.CompletedTask;
        });
        return view;
    }
}
