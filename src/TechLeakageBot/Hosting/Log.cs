namespace TechLeakageBot.Hosting;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Local mode: without BotFramework:AppId nobody is authenticated, and only this machine is answered")]
    public static partial void LocalMode(this ILogger log);
}
