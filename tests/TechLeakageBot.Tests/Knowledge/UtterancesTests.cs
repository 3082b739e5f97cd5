using TechLeakageBot.Core;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Tests.Knowledge;

public class UtterancesTests
{
    private static readonly IReadOnlyList<Example> Examples = Shipped.LoaderAt(Shipped.Folder).ReadAll().Examples;

    [Fact]
    public void There_are_enough_of_them_in_both_languages()
    {
        Assert.True(Examples.Count >= 3_000, $"{Examples.Count} examples, expected at least 3,000");
        Assert.InRange((double)Examples.Count(example => example.Language == Language.Japanese) / Examples.Count, 0.5, 0.7);
    }

    [Fact]
    public void No_text_stands_twice() =>
        Assert.Empty(Examples.GroupBy(example => example.Text, StringComparer.Ordinal).Where(texts => texts.Count() > 1).Select(texts => texts.Key));

    [Fact]
    public void Every_intent_severity_and_command_has_examples()
    {
        Assert.Equal(Enum.GetValues<Intent>(), Examples.Select(example => example.Intent).Distinct().Order());
        Assert.Equal(Enum.GetValues<Severity>(), Examples.Select(example => example.Severity).Distinct().Order());
        Assert.Equal(Enum.GetValues<Command>(), Examples.Select(example => example.Command).OfType<Command>().Distinct().Order());
    }
}
