namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// Understands a message. Pure and deterministic: the same text gives the same reading. Safe to share between threads.
/// </summary>
public sealed class Reader(IJudge judge, Labels labels, Lexicon lexicon, Gazetteer places)
{
    /// <summary>Characters that are read; what is longer is cut.</summary>
    public const int LongestText = 2_000;

    private const int MostTopics = 5;

    /// <summary>
    /// A situation is called serious from this probability on. Lower than one half, since a miss costs the technology and a
    /// false alarm a minute; chosen on cross-validated examples and on a measured file.
    /// </summary>
    private const float SeriousFrom = 0.22f;

    /// <summary>Below these probabilities the reader would rather ask than act.</summary>
    private const float SureKind = 0.45f;
    private const float SureTopic = 0.12f;

    public Reading Read(string text)
    {
        var cut = text.Length > LongestText;
        var read = cut ? text.AsSpan(0, LongestText) : text;
        var folded = Folding.Fold(read);
        var signals = lexicon.Find(folded);
        var scores = judge.Judge(folded, signals);
        var (intent, severity, command, sureness) = Decide(scores.Kinds);
        // An order to the bot inside what was pasted is itself a warning sign.
        if (intent == Intent.Situation && severity == Severity.Info && signals.Contains(Signal.OrderToBot))
            severity = Severity.Caution;
        var topics = Best(scores.Topics);
        var (own, quoted) = Languages.Of(read);
        return new Reading(
            own,
            quoted,
            intent,
            severity,
            severity == Severity.Serious ? SignalRules.Reasons(signals, topics[0].Id) : [],
            topics,
            signals,
            command,
            places.Find(folded),
            sureness >= SureKind && (intent is not (Intent.Knowledge or Intent.Contacts) || topics[0].Score >= SureTopic),
            cut);
    }

    private static (Intent Intent, Severity Severity, Command? Command, float Sureness) Decide(float[] kinds)
    {
        var byIntent = new float[Enum.GetValues<Intent>().Length];
        for (var i = 0; i < kinds.Length; i++)
            byIntent[(int)Labels.Kinds[i].Intent] += kinds[i];
        var intent = (Intent)Array.IndexOf(byIntent, byIntent.Max());
        var sureness = byIntent[(int)intent];
        if (intent == Intent.Situation)
        {
            var (info, caution, serious) = (kinds[0], kinds[1], kinds[2]);
            var severity = serious >= SeriousFrom * sureness ? Severity.Serious : caution >= info ? Severity.Caution : Severity.Info;
            return (intent, severity, null, sureness);
        }

        var best = Enumerable.Range(0, kinds.Length).Where(i => Labels.Kinds[i].Intent == intent).MaxBy(i => kinds[i]);
        return (intent, Severity.Info, Labels.Kinds[best].Command, sureness);
    }

    private List<TopicScore> Best(float[] topics) => [.. topics
        .Select((score, i) => new TopicScore(labels.Topics[i], score))
        .OrderByDescending(topic => topic.Score)
        .ThenBy(topic => topic.Id, StringComparer.Ordinal)
        .Take(MostTopics)];
}
