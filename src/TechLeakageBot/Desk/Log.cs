namespace TechLeakageBot.Desk;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Warning, "A sign-in at the officer's desk failed: {Fault}")]
    public static partial void SignInFailed(ILogger logger, string fault);
}
