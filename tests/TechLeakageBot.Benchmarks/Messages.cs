using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Benchmarks;

/// <summary>The example messages of <c>knowledge/utterances</c>, parted into those to learn from and those to be read.</summary>
internal sealed record Messages(TrainingMaterial Material, IReadOnlyList<Example> Known, IReadOnlyList<Example> Unknown)
{
    /// <summary>Every n-th example is unknown.</summary>
    public static Messages HoldOutEvery(int n) => Part(_ => n);

    /// <summary>So many unknown messages, spread evenly over all topics.</summary>
    public static Messages HoldOut(int count)
    {
        var parted = Part(all => all / count);
        return parted with { Unknown = [.. parted.Unknown.Take(count)] };
    }

    public static KnowledgeLoader Loader() => new(new ConfigurationManager(), NullLogger<KnowledgeLoader>.Instance);

    public Reader TrainReader() => Material.Reader(ReaderModel.Train(Material.Set(Known)));

    private static Messages Part(Func<int, int> stepOf)
    {
        var (material, examples, faults) = Loader().ReadAll();
        if (material is null || faults.Count > 0)
            throw new SettingsException($"The knowledge has faults:\n{string.Join('\n', faults)}");
        var step = stepOf(examples.Count);
        return new Messages(
            material,
            [.. examples.Where((_, i) => i % step != step - 1)],
            [.. examples.Where((_, i) => i % step == step - 1)]);
    }
}
