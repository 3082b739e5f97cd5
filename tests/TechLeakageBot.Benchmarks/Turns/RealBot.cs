using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using TechLeakageBot.Delivery;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Benchmarks.Turns;

/// <summary>The bot as it is served in local mode, on a free port and with a database of its own; only its log goes nowhere.</summary>
internal sealed class RealBot : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DirectoryInfo folder;

    private RealBot(WebApplication app, DirectoryInfo folder)
    {
        this.app = app;
        this.folder = folder;
    }

    public string Url => app.Urls.Single();

    /// <param name="steps">Where the time of its store, outbox and roads is noted.</param>
    public static async Task<RealBot> StartAsync(StepTimes? steps = null)
    {
        var folder = Directory.CreateTempSubdirectory("bot-load-");
        var app = BotApp.Build(
            ["--Urls=http://127.0.0.1:0", "--BotFramework:AppId=", $"--Storage:ConnectionString=Data Source={Path.Combine(folder.FullName, "bot.db")}"],
            builder =>
            {
                builder.Logging.ClearProviders();
                if (steps is null)
                    return;
                Watch<IStore>(builder.Services, steps);
                Watch<IOutbox>(builder.Services, steps);
                Watch<IRoad>(builder.Services, steps);
            });
        await app.StartAsync();
        return new RealBot(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static void Watch<T>(IServiceCollection services, StepTimes steps)
        where T : class
    {
        foreach (var service in services.Where(service => service.ServiceType == typeof(T)).ToArray())
        {
            services.Remove(service);
            services.AddSingleton(provider => steps.Of((T)(
                service.ImplementationInstance
                ?? service.ImplementationFactory?.Invoke(provider)
                ?? ActivatorUtilities.CreateInstance(provider, service.ImplementationType!))));
        }
    }
}
