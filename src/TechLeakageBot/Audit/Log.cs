namespace TechLeakageBot.Audit;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Error, Message = "The audit's digest could not be written outside the database ({Fault}); it is tried again in a minute. See Audit:DigestFile")]
    public static partial void DigestNotWritten(this ILogger log, string fault);
}
