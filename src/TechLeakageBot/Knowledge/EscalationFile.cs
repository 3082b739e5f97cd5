using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Knowledge;

/// <summary>The <c>escalation</c> of <c>company.yaml</c>. What is not given is as <see cref="Escalation.Default"/> has it.</summary>
internal static class EscalationFile
{
    public static Escalation Read(YamlEntry entry)
    {
        var known = Escalation.Default;
        var read = new Escalation(
            Flag(entry, "ask_first", known.AskFirst),
            Steps(entry, "serious", known.Serious),
            Steps(entry, "other", known.Other),
            entry.Optional("stalled") is { } stalled ? EscalationTimes.Parse(stalled) ?? Wrong(entry, "stalled", stalled, known.Stalled) : known.Stalled);
        entry.Done();
        return read;
    }

    private static bool Flag(YamlEntry entry, string key, bool known) => entry.Optional(key) switch
    {
        null => known,
        var text when bool.TryParse(text, out var flag) => flag,
        var text => entry.Wrong(key, $"found '{text}', expected true or false", known),
    };

    private static IReadOnlyList<TimeSpan> Steps(YamlEntry entry, string key, IReadOnlyList<TimeSpan> known)
    {
        if (entry.OptionalTexts(key) is not { } texts)
            return known;
        if (texts.Count != known.Count)
            return entry.Wrong(key, $"found {texts.Count} times, expected {known.Count}: of reminder, deputies and everybody", known);
        TimeSpan[] steps = [.. texts.Select((text, step) => EscalationTimes.Parse(text) ?? Wrong(entry, key, text, known[step]))];
        return EscalationTimes.Rise(steps) ? steps : entry.Wrong(key, EscalationTimes.Rising, known);
    }

    private static TimeSpan Wrong(YamlEntry entry, string key, string text, TimeSpan known) => entry.Wrong(key, $"found '{text}', expected {EscalationTimes.Expected}", known);
}
