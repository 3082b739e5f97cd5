namespace TechLeakageBot.Storage;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Storage: {Path}, schema {Version}")]
    public static partial void Opened(this ILogger log, string path, int version);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} alerts of the former version became incidents")]
    public static partial void AlertsTakenOver(this ILogger log, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident {Number} cannot be read ({Fault}); nothing is done about it until it can. Run `audit verify`")]
    public static partial void UnreadableIncident(this ILogger log, string number, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stored conversation state cannot be read ({Fault}); the conversation starts over")]
    public static partial void UnreadableState(this ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stored profile cannot be read ({Fault}); it counts as empty")]
    public static partial void UnreadableProfile(this ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A stored record of training cannot be read ({Fault}); it counts as empty")]
    public static partial void UnreadableTrainee(this ILogger log, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Outbox row {Id} ({Kind}) cannot be read ({Fault}); it is set aside")]
    public static partial void UnreadableEffect(this ILogger log, long id, string kind, string fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Housekeeping of the storage failed with SQLite error {Code}; it is tried again in an hour")]
    public static partial void HousekeepingFailed(this ILogger log, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Forgotten text may stay in the write-ahead log until the next hour: it could not be emptied (SQLite result {Code})")]
    public static partial void LogNotEmptied(this ILogger log, int code);
}
