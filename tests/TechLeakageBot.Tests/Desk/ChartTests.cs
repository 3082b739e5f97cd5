using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using TechLeakageBot.Desk.Charts;

namespace TechLeakageBot.Tests.Desk;

public partial class ChartTests
{
    [Fact]
    public async Task Every_number_stands_in_a_table_too_and_nothing_needs_an_inline_style()
    {
        var html = await PageAsync(false);
        Assert.Equal(3, Tables().Count(html));
        Assert.Equal(3, Pictures().Count(html));
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        foreach (var svg in Whole().Matches(html).Select(picture => XElement.Parse(picture.Value)))
        {
            Assert.Equal("img", (string?)svg.Attribute("role"));
            Assert.False(string.IsNullOrWhiteSpace((string?)svg.Attribute("aria-label")));
            Assert.DoesNotContain(svg.Descendants().Attributes(), attribute => attribute.Value.Contains("NaN", StringComparison.Ordinal) || attribute.Value.StartsWith('-') && attribute.Parent!.Attribute("class")?.Value != "within");
        }
    }

    [Fact]
    public async Task Without_numbers_it_says_so()
    {
        var html = await PageAsync(true);
        Assert.Equal(3, Regex.Count(html, "この期間の記録はありません。"));
        Assert.Equal(0, Pictures().Count(html));
    }

    [Theory]
    [InlineData("1", "1")]
    [InlineData("1 2", "1.5")]
    [InlineData("9 1 4", "4")]
    public void The_median_is_the_middle_one(string minutes, string median) => Assert.Equal(
        TimeSpan.FromMinutes(double.Parse(median, System.Globalization.CultureInfo.InvariantCulture)),
        new TimesChart("", "", "", [.. minutes.Split(' ').Select(text => TimeSpan.FromMinutes(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)))], null).Median);

    [Fact]
    public void Every_time_has_one_dot_and_one_step()
    {
        TimeSpan[] times = [TimeSpan.Zero, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(5), TimeSpan.FromDays(7), TimeSpan.FromDays(30)];
        Assert.Equal(times.Length, TimeScale.Stacks(times, 34).Sum(stack => stack.Count));
        Assert.All(TimeScale.Stacks(times, 34), stack => Assert.InRange(stack.Place, 0, 1));
        Assert.Equal([2, 1, 0, 0, 0, 0, 1, 1], TimeScale.Steps(times).Select(step => step.Count));
    }

    private static async Task<string> PageAsync(bool isEmpty)
    {
        await using var host = await DeskHost.StartAsync(map: app => app.MapGet("/officer/sample", () => new RazorComponentResult<ChartsSample>(new { IsEmpty = isEmpty })));
        await host.SignInAsync();
        return (await DeskHost.GetAsync(host.Client, "/officer/sample")).Html;
    }

    [GeneratedRegex("<table")]
    private static partial Regex Tables();

    [GeneratedRegex("""<svg class="picture""")]
    private static partial Regex Pictures();

    [GeneratedRegex("""<svg class="picture.*?</svg>(?=\s*<details)""", RegexOptions.Singleline)]
    private static partial Regex Whole();
}
