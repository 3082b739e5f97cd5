using System.Globalization;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Where in the handbook something stands.</summary>
internal sealed class Sources(Phrases say)
{
    public Block Of(IReadOnlyList<int> pages, Language language) => new Block.Note(say[Say.Source, language, Pages(pages)]);

    public Block Of(IReadOnlyList<int> pages, IReadOnlyList<string> guidancePages, Language language) =>
        new Block.Note(say[Say.SourceWithGuidance, language, Pages(pages), string.Join(", ", guidancePages)]);

    public static string Pages(IEnumerable<int> pages) => string.Join(", ", pages.Select(page => page.ToString(CultureInfo.InvariantCulture)));
}
