using System.IO.Compression;
using System.Text;
using System.Text.Json;
using TechLeakageBot.Channels.BotFramework;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;

namespace TechLeakageBot.Tests.Rendering;

public class BarImageTests
{
    private static readonly Card Picture = Card.Of(Language.Japanese, new Block.Picture("実施の割合", [new Bar("人", 55, "55%"), new Bar("共同研究", null, "–")]));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 6)]
    [InlineData(50, 300)]
    [InlineData(100, 600)]
    [InlineData(250, 600)]
    [InlineData(-3, 0)]
    public void As_much_of_the_bar_is_filled_as_it_says(int percent, int filled)
    {
        var png = BarImage.Png(percent);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        var at = png.AsSpan().IndexOf("IDAT"u8);
        using var zlib = new ZLibStream(new MemoryStream(png[(at + 4)..]), CompressionMode.Decompress);
        var pixels = new byte[601 * 12];
        zlib.ReadExactly(pixels);
        Assert.All(pixels.Chunk(601), row => Assert.Equal((0, filled), (row[0], row.Count(pixel => pixel == 1))));
    }

    /// <summary>The sum that every PNG ends with is known.</summary>
    [Fact]
    public void The_check_sums_are_those_of_png() => Assert.Equal([0xAE, 0x42, 0x60, 0x82], BarImage.Png(10)[^4..]);

    [Fact]
    public void Every_bar_is_small() => Assert.All(Enumerable.Range(0, 101), percent => Assert.InRange(BarImage.DataUri(percent).Length, 100, 400));

    [Fact]
    public void A_card_shows_each_bar_with_its_words()
    {
        var body = JsonDocument.Parse(AdaptiveCardRenderer.Render(Picture)).RootElement.GetProperty("body");
        var image = body.EnumerateArray().First(element => element.GetProperty("type").GetString() == "Image");
        Assert.Equal("人 55%", image.GetProperty("altText").GetString());
        Assert.StartsWith("data:image/png;base64,iVBORw0KGgo", image.GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Contains("55%", Encoding.UTF8.GetString(AdaptiveCardRenderer.Render(Picture).Span), StringComparison.Ordinal);
    }

    [Fact]
    public void In_plain_text_a_bar_is_made_of_signs() =>
        Assert.Equal("実施の割合\n▓▓▓▓▓▓░░░░ 人 55%\n░░░░░░░░░░ 共同研究 –", PlainTextRenderer.Render(Picture));

    [Fact]
    public void A_card_of_many_bars_becomes_one_that_fits()
    {
        var large = Card.Of(Language.Japanese, new Block.Picture("t", [.. Enumerable.Range(0, 300).Select(i => new Bar(new string('区', 300), i % 101, "1%"))]));
        Assert.Contains(ShorterCards.Of(large), card => AdaptiveCardRenderer.Render(card).Length < ActivityWriter.LargestActivity);
    }
}
