using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>What a reader is made of.</summary>
internal sealed record TrainingMaterial(Catalogue Catalogue, Lexicon Lexicon, Gazetteer Places)
{
    public Labels Labels { get; } = new(Catalogue.Topics.Select(topic => topic.Id));

    public TrainingSet Set(IReadOnlyList<Example> examples) => new(
        Labels,
        Lexicon,
        examples,
        [.. Catalogue.Topics.SelectMany(topic => topic.Sentences.SelectMany(s => new[] { (s.Ja, topic.Id), (s.En, topic.Id) }))]);

    public Reader Reader(IJudge judge) => new(judge, Labels, Lexicon, Places);
}
