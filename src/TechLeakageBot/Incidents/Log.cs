namespace TechLeakageBot.Incidents;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Number} cannot be read ({Fault}), so no deadline of it is kept; run `audit verify`")]
    public static partial void IncidentUnreadable(this ILogger log, string number, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "The ladder cannot reach the store ({Fault}); next try in {Wait}")]
    public static partial void LadderFault(this ILogger log, string fault, TimeSpan wait);
}
