namespace TechLeakageBot.Channels.Mail;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Alert {Id} is dropped: its incident was purged")]
    public static partial void Purged(this ILogger log, long id);

    [LoggerMessage(Level = LogLevel.Error, Message = "ALERTS reach nobody: no officer and no deputy has a mail address. Enter one in knowledge/company/company.yaml or in Company:Officers:0:Mail; waiting alerts go out then")]
    public static partial void Nobody(this ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "ALERT {Id} was refused for good, and is tried again nevertheless: {Error} Check the Mail settings")]
    public static partial void MailRefused(this ILogger log, long id, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "ALERT {Id} reached nobody: the mail server refused all {Count} recipients for good. Check the addresses of officers and deputies; it is tried again")]
    public static partial void EverybodyRefused(this ILogger log, long id, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Alert {Id} was sent, but not to everybody: the mail server refused {Count} recipients. Check the addresses of officers and deputies")]
    public static partial void SomeRefused(this ILogger log, long id, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The audit's digest did not go out by mail: {Error} Next try in {Wait}")]
    public static partial void DigestNotMailed(this ILogger log, string error, TimeSpan wait);
}
