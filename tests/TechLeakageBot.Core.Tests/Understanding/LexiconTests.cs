using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Understanding;

public class LexiconTests
{
    private static readonly Lexicon Words = new([
        ("送って", Signal.Given), ("送ってない", Signal.NotGiven), ("sent", Signal.Given), ("have not sent", Signal.NotGiven),
        ("drawing*", Signal.Drawing), ("NDA", Signal.Contract), ("nda", Signal.Approved), ("図面", Signal.Drawing),
    ]);

    [Theory]
    [InlineData("図面を送って", new[] { Signal.Drawing, Signal.Given })]
    [InlineData("まだ送ってない", new[] { Signal.NotGiven })]
    [InlineData("I have not sent it", new[] { Signal.NotGiven })]
    [InlineData("I have not sent it, he sent it", new[] { Signal.Given, Signal.NotGiven })]
    [InlineData("the Drawings", new[] { Signal.Drawing })]
    [InlineData("'drawings'", new[] { Signal.Drawing })]
    [InlineData("he resent it", new Signal[0])]
    [InlineData("sentence", new Signal[0])]
    [InlineData("agenda", new Signal[0])]
    [InlineData("NDAなし", new[] { Signal.Contract, Signal.Approved })]
    [InlineData("このNDAは", new[] { Signal.Contract, Signal.Approved })]
    [InlineData("", new Signal[0])]
    public void The_longest_word_counts_between_borders(string text, Signal[] signals) =>
        Assert.Equal(signals.Order(), Words.Find(Folding.Fold(text)).Order());
}
