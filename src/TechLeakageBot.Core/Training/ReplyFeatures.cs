using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Training;

/// <summary>The features of a trainee's answer: the reader's runs of characters and words, how its sentences end, and a few signals.</summary>
internal static class ReplyFeatures
{
    private static readonly HashSet<Signal> NoSignals = [];

    /// <summary>The distinct features and how often each occurs, ordered by hash; none where the text holds no word.</summary>
    public static List<(ulong Feature, int Count)> Of(string text)
    {
        var read = text.AsSpan(0, Math.Min(text.Length, Reader.LongestText));
        var features = TextFeatures.Of(Folding.Fold(read), NoSignals);
        return features;
    }
}
