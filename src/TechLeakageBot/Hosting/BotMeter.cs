using OpenTelemetry.Metrics;

namespace TechLeakageBot.Hosting;

/// <summary>
/// Numbers for whoever watches the bot; never a text or a person. Exported by OTLP where the standard variable
/// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; the other <c>OTEL_</c> variables hold as well.
/// </summary>
internal static class BotMeter
{
    public const string Name = "TechLeakageBot";

    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public static void AddMetricsExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter(Name, "Microsoft.AspNetCore.Hosting", "System.Runtime")
            .AddOtlpExporter());
    }
}
