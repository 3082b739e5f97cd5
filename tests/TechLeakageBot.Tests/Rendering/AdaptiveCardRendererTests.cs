using System.Text.Json;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Tests.Rendering;

public class AdaptiveCardRendererTests
{
    private static readonly Card Everything = new(
        Language.English,
        [
            new Block.Level(Severity.Serious, "Serious: act now"),
            new Block.Heading("A similar case"),
            new Block.Paragraph("First.\nSecond."),
            new Block.Lines("Do now", ["Call the officer"], LinesKind.DoNow),
            new Block.Lines("Do not", ["Reply"], LinesKind.DoNot),
            new Block.Facts([new Fact("Tel", "+81-3-1234-5678 (ext. 12)"), new Fact("Mail", "taro.yamada@example.co.jp")]),
            new Block.Draft("Dear Sir,\n\nThank you."),
            new Block.Link("The handbook", new Uri("https://example.go.jp/a?b=c&d=e")),
            new Block.Note("p. 12"),
        ],
        [new Button("Tell the officer", new Choice(Verb.Tell, 3))]);

    [Fact]
    public void Every_block_has_its_element_in_order() => Assert.Equal(
        ["Container", "TextBlock", "TextBlock", "TextBlock", "TextBlock", "TextBlock", "TextBlock", "TextBlock", "FactSet", "Container", "ActionSet", "TextBlock", "ActionSet"],
        Body(Everything).Select(element => element.GetProperty("type").GetString()));

    [Theory]
    [InlineData(Severity.Serious, "attention")]
    [InlineData(Severity.Caution, "warning")]
    [InlineData(Severity.Info, "good")]
    public void The_level_has_its_colour_and_its_words(Severity severity, string style)
    {
        var level = Body(Card.Of(Language.Japanese, new Block.Level(severity, "要注意"))).Single();
        Assert.Equal(style, level.GetProperty("style").GetString());
        Assert.Equal("要注意", level.GetProperty("items")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void A_button_submits_its_choice()
    {
        var action = Body(Everything)[^1].GetProperty("actions")[0];
        Assert.Equal("Action.Submit", action.GetProperty("type").GetString());
        Assert.Equal("Tell:3:", action.GetProperty("data").GetProperty("choice").GetString());
    }

    [Fact]
    public void Nine_buttons_stand_in_rows_and_the_rest_keep_their_numbers()
    {
        var body = Body(new Card(Language.English, [], [.. Enumerable.Range(1, 11).Select(i => new Button($"Site {i}", new Choice(Verb.Consult, 1, $"s{i}")))]));
        Assert.Equal([3, 3, 3], body.Take(3).Select(row => row.GetProperty("actions").GetArrayLength()));
        Assert.Equal(["10\\. Site 10", "11\\. Site 11"], body.Skip(3).Select(text => text.GetProperty("text").GetString()));
    }

    [Fact]
    public void A_draft_keeps_its_lines() =>
        Assert.Equal(["Dear Sir,", "Thank you."], Body(Everything)[9].GetProperty("items").EnumerateArray().Select(text => text.GetProperty("text").GetString()));

    [Fact]
    public void A_link_that_is_no_web_address_is_only_text()
    {
        var link = Body(Card.Of(Language.English, new Block.Link("Click", new Uri("javascript:alert(1)")))).Single();
        Assert.Equal("TextBlock", link.GetProperty("type").GetString());
    }

    [Fact]
    public void Numbers_and_addresses_read_as_they_were_written()
    {
        var facts = Body(Everything)[8].GetProperty("facts");
        Assert.Equal("+81-3-1234-5678 (ext. 12)", facts[0].GetProperty("value").GetString());
        Assert.Equal("taro.yamada@example.co.jp", facts[1].GetProperty("value").GetString());
    }

    [Theory]
    [InlineData("[click](https://evil.example)", "\\[click\\]\\(https://evil.example)")]
    [InlineData("![x](https://evil.example/x.png)", "!\\[x\\]\\(https://evil.example/x.png)")]
    [InlineData("<https://evil.example>", "\\<https://evil.example\\>")]
    [InlineData("**bold** _it_ `code` ~~no~~", "\\*\\*bold\\*\\* \\_it\\_ \\`code\\` \\~\\~no\\~\\~")]
    [InlineData("# Heading", "\\# Heading")]
    [InlineData("> quote", "\\> quote")]
    [InlineData("- item", "\\- item")]
    [InlineData("---", "\\---")]
    [InlineData("1. item", "1\\. item")]
    [InlineData("2) item", "2\\) item")]
    [InlineData("    code", "\u00A0\u00A0\u00A0\u00A0code")]
    [InlineData("R&D &lt; &#60;", "R&D \\&lt; \\&\\#60;")]
    [InlineData("{{DATE(2026-01-01T00:00:00Z)}}", "\\{\\{DATE(2026-01-01T00:00:00Z)\\}\\}")]
    [InlineData("back\\slash", "back\\\\slash")]
    [InlineData("a\nb", "a b")]
    [InlineData("03-1234-5678", "03-1234-5678")]
    [InlineData("2026.11.23", "2026.11.23")]
    [InlineData("-5 %", "-5 %")]
    [InlineData("admin\u202Egpj.exe\u0007", "admingpj.exe")]
    [InlineData("", "")]
    public void Markdown_in_a_text_does_nothing(string text, string shown) => Assert.Equal(shown, InertMarkdown.Line(text));

    [Fact]
    public void A_card_carries_its_language_and_a_plain_text()
    {
        var card = Parse(Everything);
        Assert.Equal("en", card.GetProperty("lang").GetString());
        Assert.StartsWith("Serious: act now\n\nA similar case", card.GetProperty("fallbackText").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_does_not_break_the_card() =>
        Assert.Equal("a\uFFFD", Body(Card.Of(Language.English, new Block.Paragraph("a\uD83D"))).Single().GetProperty("text").GetString());

    private static JsonElement Parse(Card card) => JsonDocument.Parse(AdaptiveCardRenderer.Render(card)).RootElement;

    private static List<JsonElement> Body(Card card) => [.. Parse(card).GetProperty("body").EnumerateArray()];
}
