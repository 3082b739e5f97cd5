using System.CommandLine;
using TechLeakageBot.Crash;

var kills = new Option<int>("--kills") { Description = "How often the server is killed.", DefaultValueFactory = _ => 200 };
var seed = new Option<int>("--seed") { Description = "Repeats the moments of a former run.", DefaultValueFactory = _ => Environment.TickCount };
var root = new RootCommand("Kills the bot under load again and again, and counts what was lost.") { kills, seed };
root.SetAction(async (given, cancel) =>
{
    var report = await CrashRun.RunAsync(given.GetValue(kills), given.GetValue(seed), Console.WriteLine, cancel);
    Console.WriteLine(report);
    return report.IsSound ? 0 : 1;
});
return await root.Parse(args).InvokeAsync();
