using TechLeakageBot.Core.Dialogs;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// A card, and then the same card with less and less in it: first without the small print, then with its texts and lists cut.
/// The level, the headings and the buttons stay to the end.
/// </summary>
internal static class ShorterCards
{
    private const int MostItems = 20;

    /// <summary>So few blocks, names and buttons that the last version fits anywhere.</summary>
    private const int MostBlocks = 40;
    private static readonly int[] Lengths = [2_000, 800, 300, 80];

    public static IEnumerable<Card> Of(Card card)
    {
        yield return card;
        var withoutNotes = card with { Blocks = [.. card.Blocks.Where(block => block is not Block.Note)] };
        yield return withoutNotes;
        foreach (var length in Lengths)
            yield return withoutNotes with { Blocks = [.. withoutNotes.Blocks.Select(block => Cut(block, length, MostItems))] };
        yield return withoutNotes with
        {
            Blocks = [.. withoutNotes.Blocks.Take(MostBlocks).Select(block => Cut(block, Lengths[^1], 3))],
            Buttons = [.. withoutNotes.Buttons.Take(MostItems).Select(button => button with { Label = Cut(button.Label, Lengths[^1]) })],
        };
    }

    private static Block Cut(Block block, int length, int items) => block switch
    {
        Block.Level level => level with { Text = Cut(level.Text, length) },
        Block.Heading heading => new Block.Heading(Cut(heading.Text, length)),
        Block.Paragraph paragraph => new Block.Paragraph(Cut(paragraph.Text, length)),
        Block.Draft draft => new Block.Draft(Cut(draft.Text, length)),
        Block.Lines lines => lines with { Title = Cut(lines.Title, length), Items = [.. lines.Items.Take(items).Select(item => Cut(item, length))] },
        Block.Facts facts => new Block.Facts([.. facts.Items.Take(items).Select(fact => new Fact(Cut(fact.Name, length), Cut(fact.Value, length)))]),
        Block.Picture picture => new Block.Picture(
            Cut(picture.Title, length), [.. picture.Bars.Take(items).Select(bar => bar with { Label = Cut(bar.Label, length), Value = Cut(bar.Value, length) })]),
        Block.Link link => link with { Text = Cut(link.Text, length) },
        _ => block,
    };

    /// <summary>Never between the halves of a character.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
        return text[..end] + "…";
    }
}
