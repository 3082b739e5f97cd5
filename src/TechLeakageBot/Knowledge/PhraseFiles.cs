using TechLeakageBot.Core;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>phrases/</c>: every sentence of <see cref="Say"/>, and no other.</summary>
internal sealed class PhraseFiles(KnowledgeFolder folder)
{
    public Phrases Read()
    {
        var texts = new Dictionary<Say, Bilingual>();
        foreach (var entry in folder.Files("phrases").Select(folder.Entry).OfType<YamlEntry>())
        {
            foreach (var key in entry.Keys)
            {
                if (Names.Parse<Say>(key) is not { } say)
                    entry.Wrong(key, "no sentence has this name", 0);
                else if (!texts.TryAdd(say, entry.Bilingual(key)))
                    entry.Wrong(key, "stands twice, expected once", 0);
            }
        }

        foreach (var missing in Enum.GetValues<Say>().Where(say => !texts.ContainsKey(say)))
            folder.Faults.Add($"phrases/:1: '{missing.Name()}' is missing, expected a text in ja and en");
        return new Phrases(texts);
    }
}
