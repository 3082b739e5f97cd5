using TechLeakageBot.Delivery;

namespace TechLeakageBot.Hosting;

/// <summary><c>/health/live</c>: the process answers. <c>/health/ready</c>: it can do its work.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Ok());
        app.MapGet("/health/ready", async (RunMode mode, IOutbox outbox, IEnumerable<IRoad> roads, TimeProvider time, CancellationToken cancel) =>
        {
            var readiness = await Readiness.OfAsync(mode, outbox, roads, time, cancel);
            return Results.Json(
                readiness,
                HostJson.Default.Readiness,
                statusCode: readiness.Ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
        });
    }
}
