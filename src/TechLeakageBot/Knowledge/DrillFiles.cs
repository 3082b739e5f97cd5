using System.Text.RegularExpressions;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>drills/</c>: one role-play a file.</summary>
internal sealed partial class DrillFiles(KnowledgeFolder folder, Catalogue catalogue)
{
    private const int Hardest = 3;

    public IReadOnlyList<Drill> Read()
    {
        var (drills, where) = (new List<Drill>(), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var entry in folder.Files("drills").Select(folder.Entry).OfType<YamlEntry>())
        {
            var drill = Drill(entry);
            if (where.TryAdd(drill.Id, entry.Where))
                drills.Add(drill);
            else
                entry.Wrong("id", $"'{drill.Id}' is taken already at {where[drill.Id]}, expected a new one", 0);
        }

        return drills;
    }

    private Drill Drill(YamlEntry entry)
    {
        var (steps, endings) = (entry.Entries("steps"), entry.Entries("endings"));
        var drill = new Drill(
            Id(entry),
            entry.Bilingual("title"),
            Topic(entry),
            entry.Choices<TrainingAudience>("audience"),
            Difficulty(entry),
            Pages(entry),
            entry.Bilingual("setting"),
            entry.Bilingual("contact"),
            entry.Text("start"),
            [.. steps.Select(Step)],
            [.. endings.Select(Ending)]);
        entry.Done();
        new DrillPaths(entry, drill, steps, endings).Check();
        return drill;
    }

    private static string Id(YamlEntry entry)
    {
        var id = entry.Text("id");
        return id.Length == 0 || Ids().IsMatch(id) ? id : entry.Wrong("id", $"found '{id}', expected at most 40 lower-case letters, digits and hyphens", id);
    }

    private string Topic(YamlEntry entry)
    {
        var topic = entry.Text("topic");
        return topic.Length == 0 || catalogue.Find<Topic>(topic) is not null ? topic : entry.Wrong("topic", $"found '{topic}', expected a topic's id", topic);
    }

    private static int Difficulty(YamlEntry entry)
    {
        var difficulty = entry.Number("difficulty");
        return difficulty is >= 1 and <= Hardest ? difficulty : entry.Wrong("difficulty", $"found {difficulty}, expected 1 to {Hardest}", difficulty);
    }

    private static IReadOnlyList<int> Pages(YamlEntry entry)
    {
        var pages = entry.Numbers("pages");
        foreach (var page in pages.Where(page => page is < 1 or > Catalogue.LastPage))
            entry.Wrong("pages", $"found {page}, expected 1 to {Catalogue.LastPage}", 0);
        return pages.Count > 0 ? pages : entry.Wrong("pages", "is empty, expected a page of the handbook", pages);
    }

    private static DrillStep Step(YamlEntry entry)
    {
        var step = new DrillStep(
            Id(entry), entry.Bilingual("says"), entry.Bilingual("sign"), entry.Bilingual("better"), [.. entry.Entries("replies").Select(Reply)]);
        entry.Done();
        foreach (var act in Enum.GetValues<Act>())
        {
            var times = step.Replies.Sum(reply => reply.Acts.Count(covered => covered == act));
            if (times != 1)
                entry.Wrong("replies", $"'{act.Name()}' is covered {times} times, expected once", 0);
        }

        return step;
    }

    private static DrillReply Reply(YamlEntry entry)
    {
        var reply = new DrillReply(
            entry.Choices<Act>("acts"), new Bilingual(entry.Text("ja"), entry.Text("en")), entry.OptionalBilingual("gave"), entry.Optional("next"), entry.Optional("end"));
        entry.Done();
        var gives = reply.Acts.Contains(Act.Gave);
        if (gives && reply.Acts.Count > 1)
            entry.Wrong("acts", "'gave' stands beside others, expected it alone", 0);
        if (gives != (reply.Gave is not null))
            entry.Wrong("gave", gives ? "is missing, expected what was given away" : "is only for the act 'gave'", 0);
        if ((reply.Next is null) == (reply.End is null))
            entry.Wrong("next", "expected 'next' or 'end', and not both", 0);
        return reply;
    }

    private static DrillEnding Ending(YamlEntry entry)
    {
        var ending = new DrillEnding(Id(entry), entry.Choice<DrillResult>("result"), entry.Bilingual("text"), entry.Bilingual("lesson"));
        entry.Done();
        return ending;
    }

    [GeneratedRegex("^[a-z0-9-]{1,40}$", RegexOptions.CultureInvariant)]
    private static partial Regex Ids();
}
