using TechLeakageBot.Delivery;

namespace TechLeakageBot.Training;

/// <summary>Assigning courses, their reminders and their renewals.</summary>
internal static class TrainingFeature
{
    public static void AddTraining(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<TrainingBell>();
        builder.Services.AddSingleton<TrainingDesk>();
        builder.Services.AddSingleton<CheckedRosters>();
        builder.Services.AddSingleton<IRoad, Reminders>();
        builder.Services.AddHostedService<TrainingWorker>();
    }
}
