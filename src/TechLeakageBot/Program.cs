using System.Text.Json;
using TechLeakageBot.Commands;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Knowledge;

var folder = new KnowledgeFolder("/work/main/knowledge");
var catalogue = new HandbookFiles(folder).Read();
if (catalogue is null) { foreach (var f in folder.Faults) Console.WriteLine(f); return; }
var lexicon = new LexiconFiles(folder).Read();
var places = folder.Has(PlaceFiles.File) ? new PlaceFiles(folder, catalogue).Read() : new Gazetteer([], []);
var examples = new UtteranceFiles(folder, catalogue).Read();
foreach (var f in folder.Faults) Console.WriteLine(f);
var material = new TrainingMaterial(catalogue, lexicon, places, examples);
Console.WriteLine(examples.Count);
var gold = File.ReadLines(args[0]).Select(l => JsonDocument.Parse(l).RootElement).Select(r => new Example(r.GetProperty("text").GetString()!, r.GetProperty("lang").GetString() == "ja" ? Language.Japanese : Language.English,
    Enum.Parse<Intent>(r.GetProperty("intent").GetString()!, true), Enum.Parse<Severity>(r.GetProperty("severity").GetString()!, true), [.. r.GetProperty("topics").EnumerateArray().Select(t => t.GetString()!)], null, r.TryGetProperty("bureau", out var b) ? b.GetString() : null)).ToArray();
var w = System.Diagnostics.Stopwatch.StartNew();
EvalCommand.Measure(material, gold, Console.Out);
Console.WriteLine(w.Elapsed);
if (args.Length > 1) EvalCommand.CrossValidate(material, Console.Out, false);
Console.WriteLine(w.Elapsed);
