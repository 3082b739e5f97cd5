using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;

namespace TechLeakageBot.Channels.Rendering;

/// <summary>A card as plain text, for a terminal, a mail, or a client that shows no cards. Blocks are set apart by empty lines.</summary>
internal static class PlainTextRenderer
{
    /// <summary>Signs that a bar is made of.</summary>
    private const int Cells = 10;

    /// <summary>Marks a heading until what it heads is known: no empty line stands between the two.</summary>
    private const char HeadingEnd = '\u001f';

    /// <param name="buttons">Whether the buttons follow, numbered as they can be answered.</param>
    public static string Render(Card card, bool buttons = false)
    {
        var bullet = card.Language == Language.Japanese ? "・" : "- ";
        var parts = card.Blocks.Select(block => TextOf(block, bullet));
        if (buttons && card.Buttons.Count > 0)
            parts = parts.Append(string.Join('\n', card.Buttons.Select((button, i) => $"{i + 1}. {button.Label}")));
        return string.Join("\n\n", parts.Where(part => part.Length > 0)).Replace(HeadingEnd + "\n\n", "\n", StringComparison.Ordinal).TrimEnd(HeadingEnd);
    }

    private static string TextOf(Block block, string bullet) => block switch
    {
        Block.Level level => level.Text,
        Block.Heading heading => heading.Text + HeadingEnd,
        Block.Paragraph paragraph => paragraph.Text,
        Block.Lines lines => string.Join('\n', lines.Items.Select(item => bullet + item).Prepend(lines.Title)),
        Block.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Name}: {fact.Value}")),
        Block.Draft draft => draft.Text,
        Block.Link link => $"{link.Text}: {link.Url.OriginalString}",
        Block.Note note => note.Text,
        Block.Picture picture => string.Join('\n', picture.Bars.Select(TextOf).Prepend(picture.Title)),
        _ => "",
    };

    private static string TextOf(Bar bar)
    {
        var full = ((bar.Percent ?? 0) + (100 / Cells / 2)) * Cells / 100;
        return $"{new string('▓', full)}{new string('░', Cells - full)} {bar.Label} {bar.Value}";
    }
}
