namespace TechLeakageBot.Training;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Reminders of training cannot reach the store ({Fault}); next try in {Wait}")]
    public static partial void TrainingFault(this ILogger log, string fault, TimeSpan wait);
}
