using TechLeakageBot.Channels.Terminal;

namespace TechLeakageBot.Commands;

/// <summary>Holds a conversation in the terminal, over the same turn and store as the channels.</summary>
internal static class ChatCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        using var app = BotApp.BuildTerminal(settings);
        await app.StartAsync(cancel);
        await app.Services.GetRequiredService<TerminalChat>().RunAsync(Console.In, Console.Out, cancel);
        await app.StopAsync(cancel);
        return 0;
    }
}
