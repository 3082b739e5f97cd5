using TechLeakageBot.Turns;

namespace TechLeakageBot.Delivery;

/// <summary>Turns, and the worker that carries their effects out.</summary>
internal static class DeliveryFeature
{
    public static void AddDelivery(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OutboxBell>();
        builder.Services.AddSingleton<TurnRunner>();
        builder.Services.AddHostedService<DeliveryWorker>();
    }
}
