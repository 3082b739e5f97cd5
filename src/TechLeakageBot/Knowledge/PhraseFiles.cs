using TechLeakageBot.Core;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads sentences: every one that an enum names, and no other.</summary>
internal sealed class PhraseFiles(KnowledgeFolder folder)
{
    /// <summary>Where the officer's pages have theirs.</summary>
    public const string DeskFolder = "desk";

    public Phrases Read() => new(Read<Say>("phrases"));

    /// <param name="under">The folder whose files hold them.</param>
    public IReadOnlyDictionary<T, Bilingual> Read<T>(string under)
        where T : struct, Enum
    {
        var texts = new Dictionary<T, Bilingual>();
        foreach (var entry in folder.Files(under).Select(folder.Entry).OfType<YamlEntry>())
        {
            foreach (var key in entry.Keys)
            {
                if (Names.Parse<T>(key) is not { } say)
                    entry.Wrong(key, "no sentence has this name", 0);
                else if (!texts.TryAdd(say, entry.Bilingual(key)))
                    entry.Wrong(key, "stands twice, expected once", 0);
            }
        }

        foreach (var missing in Enum.GetValues<T>().Where(say => !texts.ContainsKey(say)))
            folder.Faults.Add($"{under}/:1: '{missing.Name()}' is missing, expected a text in ja and en");
        return texts;
    }
}
