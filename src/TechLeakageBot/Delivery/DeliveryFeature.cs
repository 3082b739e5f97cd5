using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Incidents;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Delivery;

/// <summary>Turns, and the worker that carries their effects out.</summary>
internal static class DeliveryFeature
{
    public static void AddDelivery(this IHostApplicationBuilder builder)
    {
        builder.AddTurns();
        builder.Services.AddSingleton<SendHistory>();
        builder.Services.AddSingleton<ReplyRoads>();
        builder.Services.AddSingleton<IRoad, ChatAlerts>();
        builder.Services.AddSingleton<IRoad, Tells>();
        builder.Services.AddSingleton<IncidentWriter>();
        builder.Services.AddSingleton<IncidentDesk>();
        builder.Services.AddSingleton<DeliveryMetrics>();
        builder.Services.AddHostedService<DeliveryWorker>();
        builder.Services.AddHostedService<OutboxGauges>();
        builder.Services.AddHostedService<LadderWorker>();
    }

    /// <summary>Turns without a worker, for a conversation that shows its replies itself.</summary>
    public static void AddTurns(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OutboxBell>();
        builder.Services.AddSingleton<IncidentGate>();
        builder.Services.AddSingleton<IncidentBell>();
        builder.Services.AddMetrics();
        builder.Services.AddSingleton<IncidentMetrics>();
        builder.Services.AddSingleton<TurnRunner>();
    }
}
