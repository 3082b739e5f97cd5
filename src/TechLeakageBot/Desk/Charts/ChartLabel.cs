using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace TechLeakageBot.Desk.Charts;

/// <summary>An SVG text. Razor keeps <c>text</c> for itself, so no component can write that element as markup.</summary>
public sealed class ChartLabel : ComponentBase
{
    [Parameter, EditorRequired]
    public string Class { get; set; } = "";

    [Parameter, EditorRequired]
    public string X { get; set; } = "";

    /// <summary>Of the baseline, in pixels.</summary>
    [Parameter, EditorRequired]
    public double Y { get; set; }

    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>start, middle or end; null as the style sheet says.</summary>
    [Parameter]
    public string? Anchor { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", X);
        builder.AddAttribute(3, "y", ChartText.Pixels(Y));
        if (Anchor is not null)
            builder.AddAttribute(4, "text-anchor", Anchor);
        builder.AddContent(5, Text);
        builder.CloseElement();
    }
}
