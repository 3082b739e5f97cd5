using System.Globalization;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Commands;

/// <summary>Compares the designs of the reader: cross-validated on the example messages, and on a labelled file.</summary>
internal static class EvalCommand
{
    private const int Folds = 5;

    public static void CrossValidate(TrainingMaterial material, TextWriter output, bool byVoice)
    {
        output.WriteLine(byVoice ? "one voice held out" : $"{Folds}-fold");
        Header(output);
        var rows = Enum.GetValues<ReaderDesign>().ToDictionary(d => d, _ => new List<(Example, Reading)>());
        var groups = byVoice ? material.Examples.Select(e => e.Voice).Distinct().Order().ToArray() : [.. Enumerable.Range(0, Folds)];
        var lockRows = new Lock();
        Parallel.ForEach(groups, group =>
        {
            bool Held(Example example, int i) => byVoice ? example.Voice == group : i % Folds == group;
            var reader = material.Train([.. material.Examples.Where((e, i) => !Held(e, i))]);
            foreach (var held in material.Examples.Where(Held))
            {
                foreach (var (design, list) in rows)
                {
                    var reading = reader.Read(held.Text, design);
                    lock (lockRows)
                        list.Add((held, reading));
                }
            }
        });
        foreach (var (design, list) in rows)
            Row(output, design, list, material.Catalogue);
    }

    public static void Measure(TrainingMaterial material, IReadOnlyList<Example> gold, TextWriter output)
    {
        Header(output);
        var reader = material.Train(material.Examples);
        foreach (var design in Enum.GetValues<ReaderDesign>())
            Row(output, design, [.. gold.Select(example => (example, reader.Read(example.Text, design)))], material.Catalogue);
    }

    private static void Header(TextWriter output) => output.WriteLine(
        $"{"design",-12}{"intent",8}{"hit1",8}{"hit3",8}{"severity",10}{"recall",8}{"as info",9}{"alarm",8}{"refusal",9}{"over",8}{"bureau",8}");

    private static void Row(TextWriter output, ReaderDesign design, IReadOnlyList<(Example, Reading)> rows, Catalogue catalogue)
    {
        var f = Figures.Of(rows, reading => catalogue.BureauOf(reading.Place?.Prefecture)?.Id);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{design,-12}{f.Intent,8:0.000}{f.Hit1,8:0.000}{f.Hit3,8:0.000}{f.Severity,10:0.000}{f.SeriousRecall,8:0.000}{f.SeriousAsInfo,9:0.000}{f.FalseAlarm,8:0.000}{f.Refusal,9:0.000}{f.OverRefusal,8:0.000}{f.Bureau,8:0.000}"));
    }
}
