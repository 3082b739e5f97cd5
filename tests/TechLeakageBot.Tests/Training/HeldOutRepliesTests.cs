using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Tests.Knowledge;

namespace TechLeakageBot.Tests.Training;

/// <summary>The judge of the drills on answers that it has not learnt from.</summary>
public class HeldOutRepliesTests
{
    [Fact]
    public void Answers_are_judged_rightly_or_asked_back()
    {
        var content = Shipped.LoaderAt(Shipped.Folder).ReadAll();
        var learnt = content.Replies.Concat(ReplyExample.Of(content.Curriculum.Drills)).Select(example => Folding.Fold(example.Text)).ToHashSet();
        var figures = ReplyFigures.Of(
        [
            .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Training", "heldout-replies.tsv"))
                .Select(line => line.Split('\t'))
                .Select(row => new ReplyExample(row[1], Enum.TryParse<Act>(row[0], ignoreCase: true, out var act) ? [act] : []))
                .Where(example => !learnt.Contains(Folding.Fold(example.Text)))
                .Select(example => (example, Shipped.Base.Curriculum.Judge.Judge(example.Text).Act)),
        ]);
        TestContext.Current.TestOutputHelper!.WriteLine(figures.ToString());
        Assert.True(figures.Texts >= 200, $"{figures.Texts} texts, expected at least 200");
        Assert.InRange(figures.Accuracy, 0.9, 1);
        Assert.InRange(figures.Judged, 0.85, 1);
        Assert.InRange(figures.Overall, 0.84, 1);
    }
}
