using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging.Abstractions;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Commands;

/// <summary>Compares the designs of the reader: cross-validated on the examples, one writer held out, and on a labelled file. Measures the drills' judge too.</summary>
internal static class EvalCommand
{
    private const int Folds = 5;

    public static async Task<int> RunAsync(string[] settings, FileInfo? file, CancellationToken cancel)
    {
        var loader = new KnowledgeLoader(Settings.Read(settings), NullLogger<KnowledgeLoader>.Instance);
        var content = loader.ReadAll();
        var (material, examples, faults) = content;
        if (material is null || faults.Count > 0)
            throw new SettingsException($"The knowledge in '{loader.Path}' has faults:\n{string.Join('\n', faults)}");

        var output = Console.Out;
        if (file is not null)
        {
            var gold = await ReadAsync(file, cancel);
            await output.WriteLineAsync($"{file.Name}: {gold.Count} messages, trained on {examples.Count} examples");
            Print(output, material.Catalogue, Compare(material, examples, gold));
        }

        await output.WriteLineAsync($"\n{Folds}-fold cross-validation on {examples.Count} examples");
        Print(output, material.Catalogue, Held(material, examples, (_, i) => i % Folds));
        await output.WriteLineAsync("\nOne voice (writer) held out at a time");
        Print(output, material.Catalogue, Held(material, examples, (example, _) => example.Voice));
        await output.WriteLineAsync($"\n{Folds}-fold cross-validation of the drills' judge on {content.Replies.Count} answers");
        await output.WriteLineAsync(ReplyFigures.CrossValidated(content.Replies, ReplyExample.Of(content.Curriculum.Drills), Folds).ToString());
        return 0;
    }

    /// <summary>Each group is read by designs that have not seen it.</summary>
    private static IEnumerable<(string Design, List<(Example Due, Reading Read)> Rows)> Held(
        TrainingMaterial material, IReadOnlyList<Example> examples, Func<Example, int, int> group) => examples
        .Select((example, i) => (example, Group: group(example, i)))
        .GroupBy(e => e.Group)
        .AsParallel().AsOrdered()
        .SelectMany(held => Compare(
            material,
            [.. examples.Where((example, i) => group(example, i) != held.Key)],
            [.. held.Select(e => e.example)]))
        .AsSequential()
        .GroupBy(part => part.Design)
        .Select(parts => (parts.Key, parts.SelectMany(part => part.Rows).ToList()));

    private static IEnumerable<(string Design, List<(Example Due, Reading Read)> Rows)> Compare(
        TrainingMaterial material, IReadOnlyList<Example> examples, IReadOnlyList<Example> gold)
    {
        foreach (var (design, judge) in Designs(material, examples))
        {
            var reader = material.Reader(judge);
            yield return (design, [.. gold.Select(example => (example, reader.Read(example.Text)))]);
        }
    }

    private static IEnumerable<(string Design, IJudge Judge)> Designs(TrainingMaterial material, IReadOnlyList<Example> examples)
    {
        var set = material.Set(examples);
        var model = ReaderModel.Train(set);
        var neighbours = new NeighbourModel(set);
        yield return ("rules on signals", new RuleJudge(material.Labels));
        yield return ("nearest neighbours", neighbours);
        yield return ("linear (in use)", model);
        yield return ("linear + neighbours", new Blend((model, 0.7f), (neighbours, 0.3f)));
        yield return ("all three", new Blend((model, 0.65f), (neighbours, 0.25f), (new RuleJudge(material.Labels), 0.1f)));
    }

    private static void Print(TextWriter output, Catalogue catalogue, IEnumerable<(string Design, List<(Example, Reading)> Rows)> designs)
    {
        output.WriteLine($"{"design",-22}{"intent",8}{"hit1",8}{"hit3",8}{"severity",10}{"recall",8}{"as info",9}{"alarm",8}{"refusal",9}{"over",8}{"bureau",8}");
        foreach (var (design, rows) in designs)
        {
            var f = Figures.Of(rows, reading => catalogue.BureauOf(reading.Place?.Prefecture)?.Id);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{design,-22}{f.Intent,8:0.000}{f.Hit1,8:0.000}{f.Hit3,8:0.000}{f.Severity,10:0.000}{f.SeriousRecall,8:0.000}{f.SeriousAsInfo,9:0.000}{f.FalseAlarm,8:0.000}{f.Refusal,9:0.000}{f.OverRefusal,8:0.000}{f.Bureau,8:0.000}"));
        }
    }

    private static async Task<List<Example>> ReadAsync(FileInfo file, CancellationToken cancel)
    {
        try
        {
            return await ReadLinesAsync(file, cancel);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SettingsException($"--file: '{file.FullName}' cannot be read as labelled messages, one JSON object a line: {e.Message}");
        }
    }

    private static async Task<List<Example>> ReadLinesAsync(FileInfo file, CancellationToken cancel)
    {
        var gold = new List<Example>();
        await foreach (var line in File.ReadLinesAsync(file.FullName, cancel))
        {
            if (line.Length == 0)
                continue;
            var row = JsonSerializer.Deserialize(line, GoldJson.Default.GoldLine)
                ?? throw new SettingsException($"{file.Name}:{gold.Count + 1}: found null, expected an object");
            gold.Add(new Example(
                row.Text,
                row.Lang == "ja" ? Language.Japanese : Language.English,
                Names.Parse<Intent>(row.Intent) ?? throw new SettingsException($"{file.Name}:{gold.Count + 1}: unknown intent '{row.Intent}'"),
                Names.Parse<Severity>(row.Severity) ?? throw new SettingsException($"{file.Name}:{gold.Count + 1}: unknown severity '{row.Severity}'"),
                row.Topics,
                Bureau: row.Bureau));
        }

        return gold;
    }
}

internal sealed record GoldLine(string Text, string Lang, string Intent, string Severity, IReadOnlyList<string> Topics, string? Bureau);

[JsonSerializable(typeof(GoldLine))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class GoldJson : JsonSerializerContext;
