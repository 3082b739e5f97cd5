namespace TechLeakageBot.Core.Understanding;

/// <summary>What a message was understood to say.</summary>
/// <param name="Language">The language of the person's own words (what they paste does not count).</param>
/// <param name="QuotedLanguage">The language of what is quoted in it, usually the contact's; null where nothing is.</param>
/// <param name="Reasons">Why it is serious, most likely first; empty below serious.</param>
/// <param name="Topics">The nearest topics, best first, at most five.</param>
/// <param name="Signals">What it mentions.</param>
/// <param name="Command">The command, where the intent is <see cref="Intent.Command"/>.</param>
/// <param name="Place">The place it names, where it names one.</param>
/// <param name="Sure">Whether the intent and the first topic stand out enough to act without asking.</param>
/// <param name="Cut">Whether the text was longer than <see cref="Reader.LongestText"/> and its rest was not read.</param>
public sealed record Reading(
    Language Language,
    Language? QuotedLanguage,
    Intent Intent,
    Severity Severity,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<TopicScore> Topics,
    IReadOnlySet<Signal> Signals,
    Command? Command,
    Place? Place,
    bool Sure,
    bool Cut)
{
    /// <summary>Whether the intent is one that a topic answers; otherwise the topics are only the nearest guesses.</summary>
    public bool HasTopics => Intent is Intent.Situation or Intent.Knowledge or Intent.Contacts;
}

/// <summary>A topic and how probable it is, 0 to 1.</summary>
public readonly record struct TopicScore(string Id, double Score);
