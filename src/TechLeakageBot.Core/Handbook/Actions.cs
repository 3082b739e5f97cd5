using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Handbook;

/// <summary>What to do now and what not to do.</summary>
public sealed record Actions(IReadOnlyList<ActionLine> DoNow, IReadOnlyList<ActionLine> DoNot)
{
    public static Actions None { get; } = new([], []);
}

/// <summary>One line of advice and the moments it fits.</summary>
/// <param name="Levels">The levels it fits; empty fits every level.</param>
/// <param name="Reasons">The reasons of a serious level it fits; empty needs none.</param>
public sealed record ActionLine(Bilingual Text, IReadOnlyList<Severity> Levels, IReadOnlyList<Reason> Reasons)
{
    /// <summary>
    /// How well the line fits: 3 speaks of one of the reasons, 2 speaks of the level, 1 always fits, 0 does not fit.
    /// A line that names both levels and reasons fits by either.
    /// </summary>
    public int Fit(Severity level, IReadOnlyList<Reason> reasons) =>
        Levels.Count == 0 && Reasons.Count == 0 ? 1
        : level == Severity.Serious && Reasons.Any(reasons.Contains) ? 3
        : Levels.Contains(level) ? 2
        : 0;
}
