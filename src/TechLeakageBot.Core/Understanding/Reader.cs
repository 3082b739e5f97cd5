namespace TechLeakageBot.Core.Understanding;

/// <summary>
/// Understands a message. Pure and deterministic: the same text gives the same reading. Safe to share between threads.
/// </summary>
public sealed class Reader(ReaderModel model, Lexicon lexicon, Gazetteer places)
{
    /// <summary>Characters that are read; what is longer is cut.</summary>
    public const int LongestText = 2_000;

    private const int MostTopics = 5;

    /// <summary>
    /// A situation is called serious from this probability on. Lower than one half, since a miss costs the technology and a
    /// false alarm a minute; chosen by cross-validation on the examples.
    /// </summary>
    private const float SeriousFrom = 0.36f;

    /// <summary>Below these probabilities the reader would rather ask than act.</summary>
    private const float SureKind = 0.45f;
    private const float SureTopic = 0.12f;

    public Reading Read(string text, ReaderDesign design = ReaderDesign.Blend)
    {
        var cut = text.Length > LongestText;
        var folded = Folding.Fold(cut ? text.AsSpan(0, LongestText) : text);
        var signals = lexicon.Find(folded);
        var scores = model.Judge(folded, signals, design);
        var (intent, severity, command, sureness) = Decide(scores.Kinds);
        if (design == ReaderDesign.Rules && intent == Intent.Situation)
            severity = SignalRules.Level(signals);
        var topics = intent is Intent.Situation or Intent.Knowledge or Intent.Contacts ? Best(scores.Topics) : [];
        return new Reading(
            OwnLanguage(text),
            intent,
            severity,
            severity == Severity.Serious ? SignalRules.Reasons(signals, topics[0].Id) : [],
            topics,
            signals,
            command,
            places.Find(folded),
            sureness >= SureKind && (topics.Count == 0 || topics[0].Score >= SureTopic),
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
        .Select((score, i) => new TopicScore(model.Labels.Topics[i], score))
        .OrderByDescending(topic => topic.Score)
        .ThenBy(topic => topic.Id, StringComparer.Ordinal)
        .Take(MostTopics)];

    /// <summary>
    /// The language of the person's own words. Quoted parts are often what the contact wrote; where nothing else stands, they
    /// decide. One Japanese character says about as much as half an English word.
    /// </summary>
    private static Language OwnLanguage(string text)
    {
        var (japanese, words, quoted) = (0, 0, 0);
        var (japaneseInQuotes, wordsInQuotes) = (0, 0);
        var inWord = false;
        foreach (var c in text.AsSpan(0, Math.Min(text.Length, LongestText)))
        {
            quoted = c switch
            {
                '「' or '『' or '“' => quoted + 1,
                '」' or '』' or '”' => Math.Max(0, quoted - 1),
                '"' => quoted == 0 ? 1 : 0,
                _ => quoted,
            };
            var letter = char.IsAsciiLetter(c);
            var starts = letter && !inWord;
            inWord = letter;
            var isJapanese = Folding.IsJapanese(c) || c is >= '\uFF66' and <= '\uFF9F';
            if (quoted > 0)
            {
                japaneseInQuotes += isJapanese ? 1 : 0;
                wordsInQuotes += starts ? 1 : 0;
            }
            else
            {
                japanese += isJapanese ? 1 : 0;
                words += starts ? 1 : 0;
            }
        }

        if (japanese + words == 0)
            (japanese, words) = (japaneseInQuotes, wordsInQuotes);
        return words > 0 && japanese <= words * 2 ? Language.English : Language.Japanese;
    }
}
