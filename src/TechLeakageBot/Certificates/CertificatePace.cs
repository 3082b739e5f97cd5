using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using TechLeakageBot.Desk;

namespace TechLeakageBot.Certificates;

/// <summary>The bound on one address, far too low to guess a number, with the certificates' own words.</summary>
internal sealed class CertificatePace : IRateLimiterPolicy<IPAddress>
{
    public Func<OnRejectedContext, CancellationToken, ValueTask> OnRejected { get; } = (rejected, _) =>
        PublicPages.RefuseAsync(rejected, CertificatesFeature.Say(DeskSay.CertificateBusy, StatusCodes.Status429TooManyRequests));

    public RateLimitPartition<IPAddress> GetPartition(HttpContext httpContext) => PublicPages.Limit(httpContext);
}
