using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Commands;

/// <summary>Works on the knowledge folder.</summary>
internal static class KnowledgeCommand
{
    /// <summary>Names every fault of the knowledge; 1 where there is one.</summary>
    public static async Task<int> CheckAsync(string[] settings)
    {
        var loader = new KnowledgeLoader(Settings.Read(settings), NullLogger<KnowledgeLoader>.Instance);
        var (material, examples, faults) = loader.ReadAll();
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync(fault);
        if (faults.Count > 0)
            return 1;
        await Console.Out.WriteLineAsync($"{loader.Path}: {material!.Catalogue.Topics.Count} topics, {examples.Count} examples, no fault");
        return 0;
    }
}
