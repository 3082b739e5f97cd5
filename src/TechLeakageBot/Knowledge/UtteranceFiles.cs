using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>Reads <c>utterances/</c>: example messages in groups that share their labels.</summary>
internal sealed class UtteranceFiles(KnowledgeFolder folder, Catalogue catalogue)
{
    public IReadOnlyList<Example> Read() => [.. folder.Files("utterances").SelectMany(folder.Entries).SelectMany(Group)];

    private IEnumerable<Example> Group(YamlEntry entry)
    {
        var intent = entry.Choice<Intent>("intent");
        var severity = entry.Choice<Severity>("severity");
        var topics = entry.OptionalTexts("topics") ?? [];
        var command = entry.OptionalChoice<Command>("command");
        var bureau = entry.Optional("bureau");
        var voice = entry.Has("voice") ? entry.Number("voice") : 1;
        foreach (var unknown in topics.Where(id => catalogue.Find<Topic>(id) is null))
            entry.Wrong("topics", $"found '{unknown}', expected a topic's id", 0);
        if (severity != Severity.Info && intent != Intent.Situation)
            entry.Wrong("severity", $"found '{severity.Name()}', expected info: only a situation has another level", 0);
        if ((topics.Count == 0) != (intent is Intent.Quiz or Intent.Checklist or Intent.Command or Intent.Other))
            entry.Wrong("topics", $"a {intent.Name()} {(topics.Count == 0 ? "needs topics" : "has no topics")}", 0);
        if ((command is null) == (intent == Intent.Command))
            entry.Wrong("command", command is null ? $"is missing, expected one of {Names.All<Command>()}" : "is for commands only", 0);

        var examples = new List<Example>();
        foreach (var (key, language) in new[] { ("ja", Language.Japanese), ("en", Language.English) })
            examples.AddRange((entry.OptionalTexts(key) ?? []).Select(text => new Example(text, language, intent, severity, topics, command, bureau, voice)));
        entry.Done();
        return examples;
    }
}
