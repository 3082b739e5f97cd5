using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>replies/</c>: answers to a contact by what they come to, from which the judge of the drills learns.</summary>
internal sealed class ReplyFiles(KnowledgeFolder folder)
{
    /// <summary>Stands where an act would for what is no answer.</summary>
    private const string Unclear = "unclear";

    public IReadOnlyList<ReplyExample> Read() => [.. folder.Files("replies").Select(folder.Entry).OfType<YamlEntry>().SelectMany(Group)];

    private static IEnumerable<ReplyExample> Group(YamlEntry entry)
    {
        var named = entry.Text("act");
        var act = Names.Parse<Act>(named);
        if (named.Length > 0 && named != Unclear && act is null)
            entry.Wrong("act", $"found '{named}', expected one of {Names.All<Act>()}, {Unclear}", 0);
        Act[] acts = act is { } known ? [known] : [];
        ReplyExample[] examples = [.. entry.Texts("ja").Concat(entry.Texts("en")).Select(text => new ReplyExample(text, acts))];
        entry.Done();
        return examples;
    }
}
