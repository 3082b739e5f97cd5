namespace TechLeakageBot.Core;

/// <summary>The bot's own sentences, from <c>knowledge/phrases/</c>.</summary>
public sealed class Phrases(IReadOnlyDictionary<Say, Bilingual> texts) : Phrases<Say>(texts);

/// <summary>Sentences in both languages, one for each name.</summary>
public abstract class Phrases<T>(IReadOnlyDictionary<T, Bilingual> texts)
    where T : struct, Enum
{
    /// <summary>One sentence; {0}, {1}, … in it are replaced by <paramref name="parts"/>.</summary>
    public string this[T say, Language language, params ReadOnlySpan<string> parts]
    {
        get
        {
            var text = texts[say].In(language);
            for (var i = 0; i < parts.Length; i++)
                text = text.Replace($"{{{i}}}", parts[i], StringComparison.Ordinal);
            return text;
        }
    }

    public Bilingual this[T say] => texts[say];
}
