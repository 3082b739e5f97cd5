using TechLeakageBot.Delivery;
using TechLeakageBot.Delivery.Alerts;
using TechLeakageBot.Hosting;
using TechLeakageBot.Incidents;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Storage.Sqlite;
using TechLeakageBot.Training;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Storage;

/// <summary>Where the bot keeps what must survive: <c>Storage:Provider</c> and <c>Storage:ConnectionString</c>.</summary>
internal static class StorageFeature
{
    /// <exception cref="SettingsException">The provider is not supported, or the connection string is not one of its own.</exception>
    public static void AddStorage(this IHostApplicationBuilder builder)
    {
        var settings = builder.Configuration.GetSection("Storage");
        var provider = settings["Provider"] ?? "Sqlite";
        if (!provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
            throw new SettingsException($"Storage:Provider: '{provider}' is not supported. Set it to Sqlite.");
        var file = SqliteFile.Of(settings["ConnectionString"]);
        builder.Services.AddSingleton(file);
        builder.Services.AddSingleton(new DataFolder(Path.GetDirectoryName(file.Path)!));
        builder.Services.AddSingleton(Retention.Of(builder.Configuration));
        builder.Services.AddSingleton<SqliteStore>();
        builder.Services.AddSingleton<IStore>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IOutbox>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<ITranscripts>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IChats>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IIncidents>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<ITrainees>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<IQuestions>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<ISelfChecks>(services => services.GetRequiredService<SqliteStore>());
        builder.Services.AddSingleton<StorageOpening>();
        builder.Services.AddHostedService(services => services.GetRequiredService<StorageOpening>());
    }
}
