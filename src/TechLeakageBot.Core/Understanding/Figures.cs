namespace TechLeakageBot.Core.Understanding;

/// <summary>How well readings match labelled messages. Every figure is a share between 0 and 1; NaN where nothing was due.</summary>
public sealed record Figures(
    double Intent,
    double Hit1,
    double Hit3,
    double Severity,
    double SeriousRecall,
    double SeriousAsInfo,
    double FalseAlarm,
    double Refusal,
    double OverRefusal,
    double Bureau)
{
    /// <param name="bureauOf">The bureau id of a reading, or null.</param>
    public static Figures Of(IReadOnlyList<(Example Due, Reading Read)> rows, Func<Reading, string?> bureauOf)
    {
        var situations = rows.Where(r => r.Due.Intent == Understanding.Intent.Situation).ToArray();
        var serious = rows.Where(r => r.Due.Severity == Understanding.Severity.Serious).ToArray();
        var calm = rows.Where(r => r.Due.Severity != Understanding.Severity.Serious).ToArray();
        var withTopics = rows.Where(r => r.Due.Topics.Count > 0).ToArray();
        var others = rows.Where(r => r.Due.Intent == Understanding.Intent.Other).ToArray();
        var ours = rows.Where(r => r.Due.Intent != Understanding.Intent.Other).ToArray();
        return new Figures(
            Share(rows, r => r.Read.Intent == r.Due.Intent),
            Share(withTopics, r => Hit(r, 1)),
            Share(withTopics, r => Hit(r, 3)),
            Share(situations, r => r.Read.Severity == r.Due.Severity),
            Share(serious, r => r.Read.Severity == Understanding.Severity.Serious),
            Share(serious, r => r.Read.Severity == Understanding.Severity.Info),
            Share(calm, r => r.Read.Severity == Understanding.Severity.Serious),
            Share(others, r => r.Read.Intent == Understanding.Intent.Other),
            Share(ours, r => r.Read.Intent == Understanding.Intent.Other),
            Share([.. rows.Where(r => r.Due.Bureau is not null)], r => bureauOf(r.Read) == r.Due.Bureau));
    }

    private static bool Hit((Example Due, Reading Read) row, int first) => row.Read.Topics.Take(first).Any(topic => row.Due.Topics.Contains(topic.Id));

    private static double Share<T>(IReadOnlyCollection<T> rows, Func<T, bool> right) =>
        rows.Count == 0 ? double.NaN : (double)rows.Count(right) / rows.Count;
}
