using System.Text.RegularExpressions;
using TechLeakageBot.Core;
using TechLeakageBot.Desk;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Tests.Knowledge;

namespace TechLeakageBot.Tests.Desk;

public class PhraseTests
{
    private static readonly IReadOnlyDictionary<DeskSay, Bilingual> Texts = new PhraseFiles(new KnowledgeFolder(Shipped.Folder)).Read<DeskSay>(PhraseFiles.DeskFolder);

    [Fact]
    public void Every_sentence_of_the_desk_exists_in_both_languages() => Assert.All(Enum.GetValues<DeskSay>(), say =>
    {
        Assert.NotEqual("", Texts[say].Ja);
        Assert.NotEqual("", Texts[say].En);
    });

    [Fact]
    public void Both_languages_leave_the_same_gaps() => Assert.All(Texts.Values, text => Assert.Equal(Gaps(text.Ja), Gaps(text.En)));

    private static IEnumerable<string> Gaps(string text) => Regex.Matches(text, @"\{\d\}").Select(gap => gap.Value).Order(StringComparer.Ordinal);
}
