using TechLeakageBot.Hosting;

namespace TechLeakageBot.Knowledge;

/// <summary>The knowledge in force, and its watch.</summary>
internal static class KnowledgeFeature
{
    /// <exception cref="SettingsException">The knowledge cannot be loaded; the message names every fault.</exception>
    public static void AddKnowledge(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KnowledgeLoader>();
        builder.Services.AddSingleton(services => First(services.GetRequiredService<KnowledgeLoader>()));
        builder.Services.AddHostedService<KnowledgeWatch>();
    }

    /// <exception cref="SettingsException">The knowledge cannot be loaded; the message names every fault.</exception>
    public static KnowledgeSource First(KnowledgeLoader loader)
    {
        var (knowledge, faults) = loader.Load();
        return knowledge is null
            ? throw new SettingsException($"The knowledge in '{loader.Path}' has {faults.Count} fault(s):\n{string.Join('\n', faults)}")
            : new KnowledgeSource(knowledge);
    }
}
