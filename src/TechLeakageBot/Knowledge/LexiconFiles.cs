using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>lexicon/</c>: the words that mention a signal.</summary>
internal sealed class LexiconFiles(KnowledgeFolder folder)
{
    public Lexicon Read()
    {
        var words = new List<(string, Signal)>();
        foreach (var entry in folder.Files("lexicon").SelectMany(folder.Entries))
        {
            var signal = entry.Choice<Signal>("signal");
            words.AddRange(entry.Texts("ja").Concat(entry.Texts("en")).Select(word => (word, signal)));
            entry.Done();
        }

        return new Lexicon(words);
    }
}
