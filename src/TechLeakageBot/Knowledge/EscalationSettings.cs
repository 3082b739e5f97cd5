using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Knowledge;

/// <summary>
/// The <c>Company:Escalation</c> settings: <c>AskFirst</c>, <c>Serious:0..2</c>, <c>Other:0..2</c> and <c>Stalled</c>, times as
/// <see cref="EscalationTimes"/> reads them.
/// </summary>
internal static class EscalationSettings
{
    private const string Path = "Company:Escalation";

    /// <param name="known">What holds where no setting is given.</param>
    /// <param name="faults">Where what is wrong is told.</param>
    public static Escalation Over(Escalation known, IConfiguration settings, ICollection<string> faults)
    {
        var section = settings.GetSection(Path);
        return section.Exists()
            ? new Escalation(
                Flag(section, known.AskFirst, faults),
                Steps(section, "Serious", known.Serious, faults),
                Steps(section, "Other", known.Other, faults),
                Time(section, "Stalled", known.Stalled, faults))
            : known;
    }

    private static bool Flag(IConfigurationSection section, bool known, ICollection<string> faults)
    {
        if (section["AskFirst"] is not { Length: > 0 } text)
            return known;
        if (bool.TryParse(text, out var flag))
            return flag;
        faults.Add($"{Path}:AskFirst: found '{text}', expected true or false");
        return known;
    }

    private static TimeSpan[] Steps(IConfigurationSection section, string name, IReadOnlyList<TimeSpan> known, ICollection<string> faults)
    {
        TimeSpan[] steps = [.. known.Select((time, step) => Time(section, $"{name}:{step}", time, faults))];
        foreach (var extra in section.GetSection(name).GetChildren().Where(child => !Enumerable.Range(0, known.Count).Any(step => child.Key == $"{step}")))
            faults.Add($"{extra.Path}: unknown setting, expected {Path}:{name}:0 to {known.Count - 1}, of reminder, deputies and everybody");
        if (!EscalationTimes.Rise(steps))
            faults.Add($"{Path}:{name}: {EscalationTimes.Rising}");
        return steps;
    }

    private static TimeSpan Time(IConfigurationSection section, string name, TimeSpan known, ICollection<string> faults)
    {
        if (section[name] is not { Length: > 0 } text)
            return known;
        if (EscalationTimes.Parse(text) is { } time)
            return time;
        faults.Add($"{Path}:{name}: found '{text}', expected {EscalationTimes.Expected}");
        return known;
    }
}
