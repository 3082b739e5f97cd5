using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Core;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Tests.Knowledge;

/// <summary>The knowledge that ships with the bot, which stands beside the test's binaries.</summary>
internal static class Shipped
{
    public static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "knowledge");

    private static readonly Lazy<KnowledgeBase> Loaded = new(() => KnowledgeFeature.First(LoaderAt(Folder)).Current);

    public static KnowledgeBase Base => Loaded.Value;

    public static KnowledgeLoader LoaderAt(string folder, params (string Key, string Value)[] settings) => LoaderAt(folder, NullLogger<KnowledgeLoader>.Instance, settings);

    public static KnowledgeLoader LoaderAt(string folder, ILogger<KnowledgeLoader> logger, params (string Key, string Value)[] settings) => new(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Append(("Knowledge:Path", folder)).Select(s => KeyValuePair.Create(s.Item1, (string?)s.Item2))).Build(),
        logger);

    /// <summary>Every file once more, to be edited.</summary>
    public static void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Folder, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
