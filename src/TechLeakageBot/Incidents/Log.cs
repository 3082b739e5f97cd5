namespace TechLeakageBot.Incidents;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The ladder cannot reach the store ({Fault}); next try in {Wait}")]
    public static partial void LadderFault(this ILogger log, string fault, TimeSpan wait);
}
