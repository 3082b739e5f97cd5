using TechLeakageBot.Core;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Desk;

/// <summary>The desk's sentences in force. Read when the first page needs them and again when the knowledge was replaced, which has checked them.</summary>
internal sealed class DeskTexts(KnowledgeSource knowledge, KnowledgeLoader loader)
{
    private volatile Kept? kept;

    /// <exception cref="SettingsException">The files were broken before they were ever read.</exception>
    public DeskPhrases Current
    {
        get
        {
            var current = knowledge.Current;
            if (kept is { } known && ReferenceEquals(known.Of, current))
                return known.Phrases;
            var folder = new KnowledgeFolder(loader.Path);
            var texts = new PhraseFiles(folder).Read<DeskSay>(PhraseFiles.DeskFolder);
            var phrases = folder.Faults.Count == 0 ? new DeskPhrases(texts)
                : kept?.Phrases ?? throw new SettingsException(string.Join('\n', folder.Faults));
            kept = new Kept(current, phrases);
            return phrases;
        }
    }

    private sealed record Kept(KnowledgeBase Of, DeskPhrases Phrases);
}
