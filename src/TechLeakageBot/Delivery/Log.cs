namespace TechLeakageBot.Delivery;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Id} for {Channel} was not taken ({Error}); failure {Failures}, next try in {Wait}")]
    public static partial void PutOff(this ILogger log, long id, string channel, string error, int failures, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Id} for {Channel} is set aside, its road is closed ({Error})")]
    public static partial void ReplySetAside(this ILogger log, long id, string channel, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "ALERT {Id} from {Channel} is set aside, its road is closed ({Error}); nobody has been told of it")]
    public static partial void AlertSetAside(this ILogger log, long id, string channel, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No road carries {Kind} of {Channel}; such rows wait until the channel is configured")]
    public static partial void NoRoad(this ILogger log, string kind, string channel);

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox cannot be reached ({Fault}); next try in {Wait}")]
    public static partial void OutboxFault(this ILogger log, string fault, TimeSpan wait);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} sends did not end in time and were left; their rows stay in the outbox")]
    public static partial void SendsLeft(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox row {Id} is dropped: its incident was purged")]
    public static partial void Purged(this ILogger log, long id);
}
