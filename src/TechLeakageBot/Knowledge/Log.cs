namespace TechLeakageBot.Knowledge;

internal static partial class Log
{
    [LoggerMessage(1, LogLevel.Information, "Knowledge loaded from {Folder}: {Topics} topics")]
    public static partial void Loaded(ILogger logger, string folder, int topics);

    [LoggerMessage(2, LogLevel.Error, "Knowledge not taken over, the last good one stays in force: {Fault}")]
    public static partial void Rejected(ILogger logger, string fault);

    [LoggerMessage(3, LogLevel.Warning, "The kept model {File} could not be read ({Error}); it is trained anew")]
    public static partial void ModelNotRead(ILogger logger, string file, string error);

    [LoggerMessage(4, LogLevel.Warning, "The trained model could not be kept at {File} ({Error}); the next start will train again")]
    public static partial void ModelNotKept(ILogger logger, string file, string error);

    [LoggerMessage(5, LogLevel.Warning, "The company in force is the example of knowledge/company/: its officer does not exist. Enter your own there or in the Company settings, and remove 'example: true'")]
    public static partial void ExampleCompany(ILogger logger);

    [LoggerMessage(6, LogLevel.Warning, "{Folder} cannot be watched ({Error}); edits are taken over at the next start")]
    public static partial void NotWatched(ILogger logger, string folder, string error);
}
