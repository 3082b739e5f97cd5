using System.Text.Json.Serialization;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>
/// What the bot shows, for any channel to render. All texts are plain: a channel escapes them for its own markup.
/// </summary>
/// <param name="Buttons">Every button can also be answered by its number or its label.</param>
public sealed record Card(Language Language, IReadOnlyList<Block> Blocks, IReadOnlyList<Button> Buttons)
{
    public static Card Of(Language language, params IReadOnlyList<Block> blocks) => new(language, blocks, []);
}

/// <summary>One part of a card.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "block")]
[JsonDerivedType(typeof(Level), "level")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Lines), "lines")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Draft), "draft")]
[JsonDerivedType(typeof(Link), "link")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Picture), "picture")]
public abstract record Block
{
    private Block()
    {
    }

    /// <summary>The level of a matter, in words and in its colour.</summary>
    public sealed record Level(Severity Severity, string Text) : Block;

    public sealed record Heading(string Text) : Block;

    public sealed record Paragraph(string Text) : Block;

    /// <summary>A titled list.</summary>
    public sealed record Lines(string Title, IReadOnlyList<string> Items, LinesKind Kind) : Block;

    /// <summary>Names with their values, such as a telephone number.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Items) : Block;

    /// <summary>A text to copy and send, line breaks kept.</summary>
    public sealed record Draft(string Text) : Block;

    public sealed record Link(string Text, Uri Url) : Block;

    /// <summary>Small print, such as sources.</summary>
    public sealed record Note(string Text) : Block;

    /// <summary>Bars under one another, each with its name and its value in words, so that nothing is lost where no picture is shown.</summary>
    public sealed record Picture(string Title, IReadOnlyList<Bar> Bars) : Block;
}

/// <param name="Percent">0 to 100; null where there is nothing to show.</param>
/// <param name="Value">What the bar says, in words.</param>
public sealed record Bar(string Label, int? Percent, string Value);

public enum LinesKind
{
    Plain,
    DoNow,
    DoNot,
}

public sealed record Fact(string Name, string Value);

public sealed record Button(string Label, Choice Choice);
