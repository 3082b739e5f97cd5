using System.Globalization;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Storage;

/// <summary>How long what is kept: the <c>Retention</c> settings, in days.</summary>
/// <param name="Questions">Questions that the bot could not place, transcripts, and ids of messages.</param>
/// <param name="Conversations">The state of conversations and what is remembered of a person, from the last word on.</param>
/// <param name="Incidents">Incidents, from their closing on.</param>
internal sealed record Retention(TimeSpan Questions, TimeSpan Conversations, TimeSpan Incidents)
{
    private const int LongestDays = 36_500;

    public static Retention Default { get; } = new(TimeSpan.FromDays(30), TimeSpan.FromDays(400), TimeSpan.FromDays(3 * 365));

    /// <exception cref="SettingsException">A number of days is wrong.</exception>
    public static Retention Of(IConfiguration settings) => new(
        Days(settings, "QuestionDays", Default.Questions),
        Days(settings, "ConversationDays", Default.Conversations),
        Days(settings, "IncidentDays", Default.Incidents));

    private static TimeSpan Days(IConfiguration settings, string name, TimeSpan known)
    {
        if (settings[$"Retention:{name}"] is not { Length: > 0 } text)
            return known;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= LongestDays
            ? TimeSpan.FromDays(days)
            : throw new SettingsException($"Retention:{name}: '{text}' is no number of days. Set it from 1 to {LongestDays}, such as {known.TotalDays}.");
    }
}
