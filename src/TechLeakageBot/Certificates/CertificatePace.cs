using System.Globalization;
using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TechLeakageBot.Desk;

namespace TechLeakageBot.Certificates;

/// <summary>How many pages one address may open at once, and how fast it may go on: far too slow to guess a number.</summary>
internal sealed class CertificatePace : IRateLimiterPolicy<IPAddress>
{
    private static readonly TokenBucketRateLimiterOptions Pace =
        new() { TokenLimit = 30, TokensPerPeriod = 10, ReplenishmentPeriod = TimeSpan.FromMinutes(1), QueueLimit = 0 };

    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = async (rejected, _) =>
    {
        rejected.HttpContext.Response.Headers.RetryAfter = Pace.ReplenishmentPeriod.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        await CertificatesFeature.Say(DeskSay.CertificateBusy, StatusCodes.Status429TooManyRequests).ExecuteAsync(rejected.HttpContext);
    };

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) =>
        RateLimitPartition.GetTokenBucketLimiter(httpContext.Connection.RemoteIpAddress ?? IPAddress.None, _ => Pace);
}
