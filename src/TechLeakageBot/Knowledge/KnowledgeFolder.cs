namespace TechLeakageBot.Knowledge;

/// <summary>The knowledge folder while it is being read, and the faults found so far.</summary>
internal sealed class KnowledgeFolder(string path)
{
    public List<string> Faults { get; } = [];

    /// <summary>The YAML files below a folder, as paths relative to the knowledge folder, in a fixed order.</summary>
    public IEnumerable<string> Files(string under)
    {
        var full = Path.Combine(path, under);
        return Directory.Exists(full)
            ? Directory.EnumerateFiles(full, "*.yaml", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal)
            : [];
    }

    public bool Has(string file) => File.Exists(Path.Combine(path, file));

    public YamlEntry? Entry(string file) => YamlEntry.File(Path.Combine(path, file), file, Faults);

    public IEnumerable<YamlEntry> Entries(string file) => YamlEntry.Files(Path.Combine(path, file), file, Faults);
}
