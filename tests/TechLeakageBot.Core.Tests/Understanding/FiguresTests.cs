using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Understanding;

public class FiguresTests
{
    [Fact]
    public void Figures_are_shares_counted_by_hand()
    {
        var figures = Figures.Of(
            [
                Row(Intent.Situation, Severity.Serious, ["a"], null, Intent.Situation, Severity.Serious, ["a", "b", "c"]),
                Row(Intent.Situation, Severity.Serious, ["a"], null, Intent.Other, Severity.Info, ["b", "c", "a"]),
                Row(Intent.Situation, Severity.Caution, ["a", "b"], null, Intent.Situation, Severity.Serious, ["b", "c", "d"]),
                Row(Intent.Contacts, Severity.Info, ["d"], "kanto", Intent.Contacts, Severity.Info, ["a", "b", "c", "d"]),
                Row(Intent.Other, Severity.Info, [], null, Intent.Other, Severity.Info, ["a"]),
                Row(Intent.Other, Severity.Info, [], null, Intent.Knowledge, Severity.Info, ["a"]),
            ],
            reading => reading.Intent == Intent.Contacts ? "kanto" : null);
        Assert.Equal(4 / 6.0, figures.Intent);
        Assert.Equal(2 / 4.0, figures.Hit1);
        Assert.Equal(3 / 4.0, figures.Hit3);
        Assert.Equal(1 / 3.0, figures.Severity);
        Assert.Equal(1 / 2.0, figures.SeriousRecall);
        Assert.Equal(1 / 2.0, figures.SeriousAsInfo);
        Assert.Equal(1 / 4.0, figures.FalseAlarm);
        Assert.Equal(1 / 2.0, figures.Refusal);
        Assert.Equal(1 / 4.0, figures.OverRefusal);
        Assert.Equal(1.0, figures.Bureau);
    }

    [Fact]
    public void Where_nothing_is_due_there_is_no_figure() => Assert.True(double.IsNaN(Figures.Of([], _ => null).Intent));

    private static (Example, Reading) Row(Intent due, Severity level, string[] topics, string? bureau, Intent read, Severity readLevel, string[] readTopics) => (
        new Example("", Language.English, due, level, topics, Bureau: bureau),
        new Reading(Language.English, null, read, readLevel, [], [.. readTopics.Select(id => new TopicScore(id, 0.1))], new HashSet<Signal>(), null, null, true, false));
}
