using System.Globalization;
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
        var rows = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Training", "heldout-replies.tsv"))
            .Select(line => line.Split('\t'))
            .Where(line => !learnt.Contains(Folding.Fold(line[1])))
            .Select(line => (Due: Enum.TryParse<Act>(line[0], ignoreCase: true, out var act) ? act : (Act?)null, Told: Shipped.Base.Curriculum.Judge.Judge(line[1]).Act))
            .ToArray();
        var answered = rows.Count(row => row.Told is not null);
        var right = rows.Count(row => row.Told is not null && row.Told == row.Due);
        var overall = Share(rows.Count(row => row.Told == row.Due), rows.Length);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rows.Length} answers; of {answered} judged {Share(right, answered):.000} rightly; {Share(rows.Count(row => row is { Due: not null, Told: not null }), rows.Count(row => row.Due is not null)):.000} of the acts judged; overall {overall:.000}"));
        Assert.True(rows.Length >= 200, $"{rows.Length} answers, expected at least 200");
        Assert.InRange(Share(right, answered), 0.85, 1);
        Assert.InRange(overall, 0.8, 1);
    }

    private static double Share(int part, int whole) => (double)part / whole;
}
