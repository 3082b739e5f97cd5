using System.Globalization;
using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Knowledge;

/// <summary>
/// The <c>Company:Escalation</c> settings: <c>AskFirst</c>, <c>Serious:0..2</c>, <c>Other:0..2</c> and <c>Stalled</c>, times as
/// <c>d.hh:mm:ss</c> or <c>hh:mm:ss</c>. What is not given is as <see cref="Escalation.Default"/> has it.
/// </summary>
internal static class EscalationSettings
{
    private const string Path = "Company:Escalation";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <param name="faults">Where what is wrong is told.</param>
    public static Escalation Read(IConfiguration settings, ICollection<string> faults)
    {
        var section = settings.GetSection(Path);
        var known = Escalation.Default;
        return new Escalation(
            Flag(section, faults),
            Steps(section, "Serious", known.Serious, faults),
            Steps(section, "Other", known.Other, faults),
            Time(section, "Stalled", known.Stalled, faults));
    }

    private static bool Flag(IConfigurationSection section, ICollection<string> faults)
    {
        if (section["AskFirst"] is not { Length: > 0 } text)
            return Escalation.Default.AskFirst;
        if (!bool.TryParse(text, out var flag))
            faults.Add($"{Path}:AskFirst: found '{text}', expected true or false");
        return flag;
    }

    private static TimeSpan[] Steps(IConfigurationSection section, string name, IReadOnlyList<TimeSpan> known, ICollection<string> faults)
    {
        TimeSpan[] steps = [.. known.Select((time, step) => Time(section, $"{name}:{step}", time, faults))];
        if (!steps.Zip(steps.Skip(1)).All(pair => pair.First < pair.Second))
            faults.Add($"{Path}:{name}: the times of reminder, deputies and everybody must rise, such as 00:15:00, 01:00:00, 04:00:00");
        return steps;
    }

    private static TimeSpan Time(IConfigurationSection section, string name, TimeSpan known, ICollection<string> faults)
    {
        if (section[name] is not { Length: > 0 } text)
            return known;
        if (TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero && time <= Longest)
            return time;
        faults.Add($"{Path}:{name}: found '{text}', expected a time of up to {Longest.TotalDays} days such as 00:15:00 or 7.00:00:00");
        return known;
    }
}
