using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using TechLeakageBot.Desk.Charts;
using TechLeakageBot.Desk.Page;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The three charts on one page, with numbers or without any.</summary>
[Layout(typeof(DeskLayout))]
internal sealed class ChartsSample : ComponentBase
{
    [Parameter]
    public bool IsEmpty { get; set; }

    public static ColumnsChart Months { get; } = new(
        "月ごとの案件",
        "この1年で94件、うち重大は17件。4月から増え、9月がいちばん多くなりました。",
        "月",
        [new("重大", Tone.Serious), new("注意", Tone.Caution), new("情報", Tone.Info)],
        [.. new[] { (12, 1, 2, 3), (1, 0, 3, 2), (2, 1, 1, 2), (3, 0, 0, 0), (4, 2, 4, 3), (5, 1, 5, 2), (6, 2, 4, 4), (7, 1, 3, 5), (8, 2, 4, 3), (9, 4, 6, 5), (10, 2, 5, 4), (11, 1, 4, 3) }
            .Select(month => new ChartColumn($"{month.Item1}月", $"{(month.Item1 == 12 ? 2025 : 2026)}年{month.Item1}月", [month.Item2, month.Item3, month.Item4]))]);

    public static BarsChart Kinds { get; } = new(
        "接触の種類",
        "SNSでの接触が3割を占めています。",
        "種類",
        [new("SNSで知り合った人からの接触", 31), new("展示会・学会での質問", 22), new("取引先からの必要以上の情報の求め", 18), new("転職・副業の誘い", 14), new("海外子会社・合弁先", 8), new("そのほか", 3)]);

    public static TimesChart Times { get; } = new(
        "受け付けまでの時間",
        "半分は31分以内に受け付けています。目安の2時間以内は86%です。",
        "受け付けまで",
        [.. new[] { 2, 3, 4, 6, 7, 8, 9, 9, 11, 12, 14, 15, 15, 16, 18, 19, 21, 22, 25, 26, 28, 31, 33, 38, 38, 41, 44, 47, 52, 58, 63, 66, 71, 84, 95, 101, 118, 145, 190, 260, 480, 900, 1600 }.Select(minutes => TimeSpan.FromMinutes(minutes))],
        TimeSpan.FromHours(2));

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PageHead>(0);
        builder.AddAttribute(1, nameof(PageHead.Title), "統計");
        builder.CloseComponent();
        builder.OpenElement(2, "div");
        builder.AddAttribute(3, "class", "charts");
        builder.OpenRegion(4);
        Card<ColumnsPicture>(builder, "fluent-card wide", IsEmpty ? Months with { Columns = [] } : Months);
        builder.CloseRegion();
        builder.OpenRegion(5);
        Card<BarsPicture>(builder, "fluent-card", IsEmpty ? Kinds with { Bars = [] } : Kinds);
        builder.CloseRegion();
        builder.OpenRegion(6);
        Card<TimesPicture>(builder, "fluent-card", IsEmpty ? Times with { Times = [] } : Times);
        builder.CloseRegion();
        builder.CloseElement();
    }

    private static void Card<TPicture>(RenderTreeBuilder builder, string style, object chart)
        where TPicture : IComponent
    {
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", style);
        builder.OpenComponent<TPicture>(2);
        builder.AddAttribute(3, "Chart", chart);
        builder.CloseComponent();
        builder.CloseElement();
    }
}
