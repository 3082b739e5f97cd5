using TechLeakageBot.Delivery;

namespace TechLeakageBot.Training;

/// <summary>Reminders and renewals of courses.</summary>
internal static class TrainingFeature
{
    public static void AddTraining(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IRoad, Reminders>();
        builder.Services.AddHostedService<TrainingWorker>();
    }
}
