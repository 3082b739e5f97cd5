using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Tests.Rendering;

public class PlainTextRendererTests
{
    private static Card Of(Language language) => new(
        language,
        [new Block.Level(Severity.Caution, "Caution"), new Block.Lines("Do now", ["One", "Two"], LinesKind.DoNow), new Block.Facts([new Fact("Tel", "03-1234-5678")])],
        [new Button("Help", new Choice(Verb.Help, 0)), new Button("Start over", new Choice(Verb.StartOver, 0))]);

    [Fact]
    public void Blocks_are_set_apart_by_empty_lines() =>
        Assert.Equal("Caution\n\nDo now\n- One\n- Two\n\nTel: 03-1234-5678", PlainTextRenderer.Render(Of(Language.English)));

    [Fact]
    public void Japanese_has_its_own_bullets() =>
        Assert.Contains("\n・One\n・Two", PlainTextRenderer.Render(Of(Language.Japanese)), StringComparison.Ordinal);

    [Fact]
    public void Buttons_follow_with_their_numbers() =>
        Assert.EndsWith("\n\n1. Help\n2. Start over", PlainTextRenderer.Render(Of(Language.English), buttons: true), StringComparison.Ordinal);
}
