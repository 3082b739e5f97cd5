namespace TechLeakageBot.Channels.BotFramework;

internal static partial class Log
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused: of its token, {Reason}.")]
    public static partial void TokenRefused(this ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "An activity was put off with 503: the keys to verify its token cannot be had. Check BotFramework:OpenIdMetadata and the way out to it.")]
    public static partial void TokenUnverifiable(this ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The signing keys could not be read from {Metadata}; keys read before stay in use.")]
    public static partial void KeysUnreadable(this ILogger log, Uri metadata, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused: its tenant is not in BotFramework:AllowedTenants.")]
    public static partial void TenantRefused(this ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused: its serviceUrl is not on an allowed host. If the host is right, add it to BotFramework:AllowedHosts.")]
    public static partial void ServiceUrlRefused(this ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "No token for the connector: Microsoft Entra ID refused or could not be reached. Check BotFramework:AppId, TenantId and ClientSecret.")]
    public static partial void NoConnectorToken(this ILogger log, Exception fault);
}
