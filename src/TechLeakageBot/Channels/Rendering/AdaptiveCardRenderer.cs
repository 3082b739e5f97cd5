using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Channels.Rendering;

/// <summary>
/// A card as Adaptive Card 1.4, the newest that every Teams client and Web Chat show. A button submits
/// <c>{"choice": …}</c> with what <see cref="Choice.Encode"/> wrote. No null is ever written.
/// </summary>
internal static class AdaptiveCardRenderer
{
    public const string ContentType = "application/vnd.microsoft.card.adaptive";

    /// <summary>The name of the button's value in what a click sends.</summary>
    public const string ChoiceName = "choice";

    /// <summary>In rows of three, as Teams shows them all; the rest are listed with their numbers, which answer them as well.</summary>
    private const int MostButtons = 9;

    private const int ButtonsInRow = 3;

    /// <summary>Japanese as itself: half the size of <c>\u</c> escapes. The JSON is never put into HTML.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The card as UTF-8 JSON.</summary>
    public static ReadOnlyMemory<byte> Render(Card card)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
            Write(writer, card);
        return buffer.WrittenMemory;
    }

    /// <summary>The card as the one attachment of an activity that is being written.</summary>
    public static void WriteAttachments(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartArray("attachments");
        writer.WriteStartObject();
        writer.WriteString("contentType", ContentType);
        writer.WritePropertyName("content");
        Write(writer, card);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "AdaptiveCard");
        writer.WriteString("$schema", "http://adaptivecards.io/schemas/adaptive-card.json");
        writer.WriteString("version", "1.4");
        writer.WriteString("lang", card.Language == Language.Japanese ? "ja" : "en");
        writer.WriteString("fallbackText", InertMarkdown.Paragraphs(PlainTextRenderer.Render(card)));
        writer.WriteStartArray("body");
        foreach (var block in card.Blocks)
            WriteBlock(writer, block);
        WriteButtons(writer, card.Buttons);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter writer, Block block)
    {
        switch (block)
        {
            case Block.Level level:
                WriteContainer(writer, StyleOf(level.Severity), () => WriteText(writer, level.Text, weight: "bolder", size: "medium"));
                break;
            case Block.Heading heading:
                WriteText(writer, heading.Text, weight: "bolder", size: "medium", spacing: "medium");
                break;
            case Block.Paragraph paragraph:
                WriteEachLine(writer, paragraph.Text);
                break;
            case Block.Lines lines:
                WriteText(writer, lines.Title, weight: "bolder", color: ColourOf(lines.Kind), spacing: "medium");
                foreach (var item in lines.Items)
                    WriteText(writer, item, before: "• ", spacing: "small");
                break;
            case Block.Facts facts:
                WriteFacts(writer, facts.Items);
                break;
            case Block.Draft draft:
                WriteContainer(writer, "emphasis", () => WriteEachLine(writer, draft.Text));
                break;
            case Block.Link link:
                WriteLink(writer, link);
                break;
            case Block.Picture picture:
                WriteText(writer, picture.Title, weight: "bolder", spacing: "medium");
                foreach (var bar in picture.Bars)
                    WriteBar(writer, bar);
                break;
            case Block.Note note:
                WriteText(writer, note.Text, size: "small", subtle: true);
                break;
        }
    }

    private static void WriteBar(Utf8JsonWriter writer, Bar bar)
    {
        WriteText(writer, $"{bar.Label}　{bar.Value}", size: "small", spacing: "small");
        writer.WriteStartObject();
        writer.WriteString("type", "Image");
        writer.WriteString("url", BarImage.DataUri(bar.Percent));
        writer.WriteString("altText", $"{bar.Label} {bar.Value}");
        writer.WriteString("size", "stretch");
        writer.WriteString("spacing", "none");
        writer.WriteEndObject();
    }

    private static string StyleOf(Severity severity) => severity switch
    {
        Severity.Serious => "attention",
        Severity.Caution => "warning",
        _ => "good",
    };

    private static string? ColourOf(LinesKind kind) => kind switch
    {
        LinesKind.DoNow => "good",
        LinesKind.DoNot => "attention",
        _ => null,
    };

    private static void WriteContainer(Utf8JsonWriter writer, string style, Action items)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Container");
        writer.WriteString("style", style);
        writer.WriteStartArray("items");
        items();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>A text block for each line: clients disagree about what a line break within one means.</summary>
    private static void WriteEachLine(Utf8JsonWriter writer, string text)
    {
        var spacing = "default";
        foreach (var line in text.EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                spacing = "medium";
                continue;
            }

            WriteText(writer, line.ToString(), spacing: spacing);
            spacing = "none";
        }
    }

    private static void WriteText(
        Utf8JsonWriter writer,
        string text,
        string before = "",
        string? weight = null,
        string? size = null,
        string? color = null,
        string? spacing = null,
        bool subtle = false)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "TextBlock");
        writer.WriteString("text", before + InertMarkdown.Line(text));
        writer.WriteBoolean("wrap", true);
        WriteIfAny(writer, "weight", weight);
        WriteIfAny(writer, "size", size);
        WriteIfAny(writer, "color", color);
        WriteIfAny(writer, "spacing", spacing);
        if (subtle)
            writer.WriteBoolean("isSubtle", true);
        writer.WriteEndObject();
    }

    private static void WriteIfAny(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void WriteFacts(Utf8JsonWriter writer, IReadOnlyList<Fact> facts)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "FactSet");
        writer.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            writer.WriteStartObject();
            writer.WriteString("title", InertMarkdown.Line(fact.Name));
            writer.WriteString("value", InertMarkdown.Line(fact.Value));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>An action rather than a Markdown link: neither its title nor its address is Markdown.</summary>
    private static void WriteLink(Utf8JsonWriter writer, Block.Link link)
    {
        if (!link.Url.IsAbsoluteUri || link.Url.Scheme is not ("https" or "http" or "mailto"))
        {
            WriteText(writer, $"{link.Text}: {link.Url.OriginalString}");
            return;
        }

        WriteActions(writer, () =>
        {
            writer.WriteStartObject();
            writer.WriteString("type", "Action.OpenUrl");
            writer.WriteString("title", link.Text);
            writer.WriteString("url", link.Url.AbsoluteUri);
            writer.WriteEndObject();
        });
    }

    private static void WriteButtons(Utf8JsonWriter writer, IReadOnlyList<Button> buttons)
    {
        foreach (var row in buttons.Take(MostButtons).Chunk(ButtonsInRow))
        {
            WriteActions(writer, () =>
            {
                foreach (var button in row)
                    WriteButton(writer, button);
            });
        }

        for (var i = MostButtons; i < buttons.Count; i++)
            WriteText(writer, buttons[i].Label, before: $"{i + 1}\\. ", spacing: "small");
    }

    private static void WriteButton(Utf8JsonWriter writer, Button button)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "Action.Submit");
        writer.WriteString("title", button.Label);
        writer.WriteStartObject("data");
        writer.WriteString(ChoiceName, button.Choice.Encode());
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteActions(Utf8JsonWriter writer, Action actions)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "ActionSet");
        writer.WriteStartArray("actions");
        actions();
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
