using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Knowledge;

/// <summary>Follows every path of a drill: each ends, everything is on one, and no result belies what was given away on the way.</summary>
/// <param name="steps">The entries of the drill's steps, in the same order.</param>
/// <param name="endings">The entries of its endings, in the same order.</param>
internal sealed class DrillPaths(YamlEntry entry, Drill drill, IReadOnlyList<YamlEntry> steps, IReadOnlyList<YamlEntry> endings)
{
    private readonly HashSet<(string Step, bool Gave)> walked = [];
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);

    public void Check()
    {
        Unique(steps, drill.Steps.Select(step => step.Id));
        Unique(endings, drill.Endings.Select(ending => ending.Id));
        if (drill.Steps.Count == 0 || drill.Steps[0].Id != drill.Start)
            entry.Wrong("start", $"found '{drill.Start}', expected the first step", 0);
        else
            Walk(drill.Start, gave: false, []);
        for (var i = 0; i < steps.Count; i++)
        {
            if (!walked.Any(at => at.Step == drill.Steps[i].Id))
                steps[i].Wrong("id", $"no path comes to step '{drill.Steps[i].Id}'", 0);
        }

        for (var i = 0; i < endings.Count; i++)
        {
            if (!reached.Contains(drill.Endings[i].Id))
                endings[i].Wrong("id", $"no path comes to ending '{drill.Endings[i].Id}'", 0);
        }
    }

    private static void Unique(IReadOnlyList<YamlEntry> entries, IEnumerable<string> ids)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (at, id) in entries.Zip(ids).Where(named => !taken.Add(named.Second)))
            at.Wrong("id", $"'{id}' stands twice, expected once", 0);
    }

    /// <param name="gave">Whether something was given away on the way here.</param>
    /// <param name="before">The steps on the way here.</param>
    private void Walk(string id, bool gave, string[] before)
    {
        var at = drill.Steps.Select(step => step.Id).ToList().IndexOf(id);
        string[] path = [.. before, id];
        if (before.Contains(id))
            steps[at].Wrong("id", $"comes round again: {string.Join(" - ", path)}", 0);
        if (before.Contains(id) || !walked.Add((id, gave)))
            return;
        foreach (var reply in drill.Steps[at].Replies)
        {
            var given = gave || reply.Acts.Contains(Act.Gave);
            if (reply.Next is { } next && drill.Step(next) is not null)
                Walk(next, given, path);
            else if (reply.Next is { } nowhere)
                steps[at].Wrong("replies", $"'next: {nowhere}' is no step", 0);
            else if (reply.End is not null)
                End(steps[at], reply.End, given, path);
        }
    }

    private void End(YamlEntry step, string id, bool gave, string[] path)
    {
        if (drill.Ending(id) is not { } ending)
        {
            step.Wrong("replies", $"'end: {id}' is no ending", 0);
            return;
        }

        reached.Add(id);
        if (gave && ending.Result == DrillResult.Safe)
            step.Wrong("replies", $"something is given away and it ends safe: {string.Join(" - ", path)} - {id}", 0);
        if (!gave && ending.Result == DrillResult.Leak)
            step.Wrong("replies", $"nothing is given away and it ends in a leak: {string.Join(" - ", path)} - {id}", 0);
    }
}
