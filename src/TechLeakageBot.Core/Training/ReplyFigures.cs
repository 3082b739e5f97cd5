using System.Globalization;

namespace TechLeakageBot.Core.Training;

/// <summary>How well answers were judged.</summary>
/// <param name="Accuracy">The share of those judged that were judged rightly; what is no answer should not have been.</param>
/// <param name="Judged">The share of answers that were judged at all, the rest being asked back.</param>
/// <param name="Overall">The share of all texts that were judged rightly or, where they are no answer, asked back.</param>
public sealed record ReplyFigures(int Texts, double Accuracy, double Judged, double Overall)
{
    public static ReplyFigures Of(IReadOnlyList<(ReplyExample Due, Act? Told)> rows)
    {
        var told = rows.Where(row => row.Told is not null).ToList();
        var answers = rows.Where(row => row.Due.Acts.Count > 0).ToList();
        var right = told.Count(row => row.Due.Acts.Contains(row.Told!.Value));
        var left = rows.Count(row => row is { Due.Acts.Count: 0, Told: null });
        return new ReplyFigures(rows.Count, (double)right / told.Count, (double)answers.Count(row => row.Told is not null) / answers.Count, (double)(right + left) / rows.Count);
    }

    /// <param name="always">Learnt from each time and never judged.</param>
    public static ReplyFigures CrossValidated(IReadOnlyList<ReplyExample> examples, IReadOnlyList<ReplyExample> always, int folds) => Of(
    [
        .. Enumerable.Range(0, folds).AsParallel().AsOrdered().SelectMany(fold =>
        {
            var judge = ReplyJudge.Train([.. examples.Where((_, i) => i % folds != fold), .. always]);
            return examples.Where((_, i) => i % folds == fold).Select(example => (example, judge.Judge(example.Text).Act));
        }),
    ]);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Texts} texts: {Accuracy:.000} of those judged rightly, {Judged:.000} of the answers judged, overall {Overall:.000}");
}
