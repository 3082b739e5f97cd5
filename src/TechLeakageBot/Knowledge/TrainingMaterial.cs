using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>What a reader is made of.</summary>
internal sealed record TrainingMaterial(Catalogue Catalogue, Lexicon Lexicon, Gazetteer Places, IReadOnlyList<Example> Examples)
{
    public Reader Train(IReadOnlyList<Example> examples)
    {
        var labels = new Labels(Catalogue.Topics.Select(topic => topic.Id));
        var passages = Catalogue.Topics
            .SelectMany(topic => topic.Sentences.SelectMany(s => new[] { (s.Ja, topic.Id), (s.En, topic.Id) }))
            .ToArray();
        return new Reader(ReaderModel.Train(labels, Lexicon, examples, passages), Lexicon, Places);
    }
}
