using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Commands;

/// <summary>Serves the chat page and the channels until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = BotApp.Build(settings);
        app.Services.GetRequiredService<KnowledgeSource>();
        await app.RunAsync(cancel);
        return 0;
    }
}
