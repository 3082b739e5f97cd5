using Microsoft.AspNetCore.Connections;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Storage;

namespace TechLeakageBot.Commands;

/// <summary>Serves the chat page and the channels until it is told to stop.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(string[] settings, CancellationToken cancel)
    {
        await using var app = BotApp.Build(settings);
        app.Services.GetRequiredService<KnowledgeSource>();
        await app.Services.GetRequiredService<StorageOpening>().OpenAsync(cancel);
        try
        {
            await app.RunAsync(cancel);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new SettingsException($"Urls: {fault.Message} Stop what listens there, or serve elsewhere, for example with --Urls=http://127.0.0.1:3979.");
        }

        return 0;
    }
}
