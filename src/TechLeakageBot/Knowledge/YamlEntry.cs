using System.Globalization;
using TechLeakageBot.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace TechLeakageBot.Knowledge;

/// <summary>
/// A YAML mapping that is read key by key. What is wrong goes to the fault list as <c>file:line: what was found, what was
/// expected</c>, and reading goes on with an empty value, so that one run names every fault.
/// </summary>
internal sealed class YamlEntry
{
    private readonly YamlMappingNode node;
    private readonly string file;
    private readonly ICollection<string> faults;
    private readonly HashSet<string> read = [];

    public YamlEntry(YamlMappingNode node, string file, ICollection<string> faults)
    {
        this.node = node;
        this.file = file;
        this.faults = faults;
    }

    /// <summary>The whole file as one mapping.</summary>
    public static YamlEntry? File(string path, string name, ICollection<string> faults) => Root(path, name, faults) switch
    {
        YamlMappingNode map => new YamlEntry(map, name, faults),
        { } other => Fault<YamlEntry>(faults, name, other, $"found {Kind(other)}, expected a mapping of keys"),
        null => null,
    };

    /// <summary>The whole file as a list of mappings.</summary>
    public static IEnumerable<YamlEntry> Files(string path, string name, ICollection<string> faults) => Root(path, name, faults) switch
    {
        YamlSequenceNode list => Entries(list, name, faults),
        { } other => Fault<YamlEntry[]>(faults, name, other, $"found {Kind(other)}, expected a list") ?? [],
        null => [],
    };

    /// <summary>Where this entry begins, as <c>file:line</c>.</summary>
    public string Where => Position(file, node);

    public bool Has(string key) => node.Children.ContainsKey(new YamlScalarNode(key));

    public IEnumerable<string> Keys => node.Children.Keys.OfType<YamlScalarNode>().Select(key => key.Value ?? "");

    public string Text(string key) => Optional(key) ?? Missing(key, "a text") ?? "";

    public string? Optional(string key) => Get(key) switch
    {
        null => null,
        YamlScalarNode { Value: { } value } when value.Trim().Length > 0 => value.Trim(),
        { } other => Fault<string>(faults, file, other, $"'{key}' is {Kind(other)}, expected a text"),
    };

    public int Number(string key)
    {
        var text = Text(key);
        return text.Length == 0 ? 0
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : Wrong(key, $"found '{text}', expected a whole number", 0);
    }

    public T Choice<T>(string key)
        where T : struct, Enum
    {
        var text = Text(key);
        return text.Length == 0 ? default : Names.Parse<T>(text) ?? Wrong<T>(key, $"found '{text}', expected one of {Names.All<T>()}", default);
    }

    public IReadOnlyList<T> Choices<T>(string key)
        where T : struct, Enum
    {
        var texts = Texts(key);
        if (texts.Count == 0 && Has(key))
            Wrong(key, $"is empty, expected one or more of {Names.All<T>()}", 0);
        return [.. texts.Select(text => Names.Parse<T>(text) ?? Wrong<T?>(key, $"found '{text}', expected one of {Names.All<T>()}", null)).OfType<T>()];
    }

    public T? OptionalChoice<T>(string key)
        where T : struct, Enum => Has(key) ? Choice<T>(key) : null;

    public Bilingual Bilingual(string key) => Entry(key)?.AsBilingual() ?? new Bilingual("", "");

    public Bilingual? OptionalBilingual(string key) => Has(key) ? Bilingual(key) : null;

    public IReadOnlyList<Bilingual> Bilinguals(string key) => [.. Entries(key).Select(entry => entry.AsBilingual())];

    public Bilingual AsBilingual()
    {
        var text = new Bilingual(Text("ja"), Text("en"));
        Done();
        return text;
    }

    public YamlEntry? Entry(string key) => Get(key) switch
    {
        YamlMappingNode map => new YamlEntry(map, file, faults),
        null => Missing<YamlEntry>(key, "a mapping"),
        { } other => Fault<YamlEntry>(faults, file, other, $"'{key}' is {Kind(other)}, expected a mapping"),
    };

    public IReadOnlyList<YamlEntry> Entries(string key) => Get(key) switch
    {
        YamlSequenceNode list => [.. Entries(list, file, faults)],
        null => Missing<YamlEntry[]>(key, "a list") ?? [],
        { } other => Fault<YamlEntry[]>(faults, file, other, $"'{key}' is {Kind(other)}, expected a list") ?? [],
    };

    public IReadOnlyList<string> Texts(string key) => OptionalTexts(key) ?? Missing<string[]>(key, "a list") ?? [];

    public IReadOnlyList<string>? OptionalTexts(string key) => Get(key) switch
    {
        null => null,
        YamlSequenceNode list => [.. list.Children.Select(child => AsText(child, key)).OfType<string>()],
        { } other => Fault<string[]>(faults, file, other, $"'{key}' is {Kind(other)}, expected a list of texts"),
    };

    public IReadOnlyList<int> Numbers(string key) => [.. Texts(key).Select(text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Wrong(key, $"found '{text}', expected a whole number", 0))];

    /// <summary>Names every key that nobody asked for.</summary>
    public void Done()
    {
        foreach (var key in node.Children.Keys)
        {
            if (key is not YamlScalarNode { Value: { } name } || !read.Contains(name))
                Fault<string>(faults, file, key, $"unknown key '{key}', expected {string.Join(", ", read.Order(StringComparer.Ordinal))}");
        }
    }

    /// <summary>Adds a fault about this entry's <paramref name="key"/>.</summary>
    public T Wrong<T>(string key, string what, T instead)
    {
        var at = node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : node;
        faults.Add($"{Position(file, at)}: '{key}': {what}");
        return instead;
    }

    private static YamlNode? Root(string path, string name, ICollection<string> faults)
    {
        Parser? parser = null;
        try
        {
            using var reader = new StreamReader(path);
            parser = new Parser(reader);
            var stream = new YamlStream();
            stream.Load(parser);
            if (stream.Documents.Count > 0)
                return stream.Documents[0].RootNode;
            faults.Add($"{name}:1: the file is empty");
        }
        catch (YamlException e)
        {
            faults.Add($"{name}:{e.Start.Line}: not YAML: {e.Message}");
        }
        catch (InvalidOperationException)
        {
            // The parser throws this instead of a YamlException at some brackets that are not closed.
            faults.Add($"{name}:{parser?.Current?.End.Line ?? 1}: not YAML: check the brackets and quotes up to here");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{name}:1: cannot be read: {e.Message}");
        }

        return null;
    }

    private static IEnumerable<YamlEntry> Entries(YamlSequenceNode list, string file, ICollection<string> faults) => list.Children
        .Select(child => child is YamlMappingNode map
            ? new YamlEntry(map, file, faults)
            : Fault<YamlEntry>(faults, file, child, $"found {Kind(child)}, expected a mapping of keys"))
        .OfType<YamlEntry>();

    private static T? Fault<T>(ICollection<string> faults, string file, YamlNode at, string what)
    {
        faults.Add($"{Position(file, at)}: {what}");
        return default;
    }

    private static string Position(string file, YamlNode at) => $"{file}:{at.Start.Line}";

    private static string Kind(YamlNode node) => node switch
    {
        YamlMappingNode => "a mapping",
        YamlSequenceNode => "a list",
        YamlScalarNode { Value: null or "" } => "empty",
        _ => $"'{node}'",
    };

    private string? AsText(YamlNode child, string key) => child is YamlScalarNode { Value: { } value } && value.Trim().Length > 0
        ? value.Trim()
        : Fault<string>(faults, file, child, $"'{key}' holds {Kind(child)}, expected a text");

    private YamlNode? Get(string key)
    {
        read.Add(key);
        return node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;
    }

    private string? Missing(string key, string expected) => Missing<string>(key, expected);

    private T? Missing<T>(string key, string expected)
        where T : class
    {
        if (!Has(key))
            faults.Add($"{Where}: '{key}' is missing, expected {expected}");
        return null;
    }
}
