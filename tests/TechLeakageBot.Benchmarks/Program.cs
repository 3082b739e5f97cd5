using TechLeakageBot.Benchmarks.Loading;
using TechLeakageBot.Benchmarks.Reading;
using TechLeakageBot.Benchmarks.Turns;

switch (args)
{
    case ["reader"]:
        ReaderSpeed.Run();
        return 0;
    case ["reader-quality"]:
        ReaderQuality.Run();
        return 0;
    case ["load"]:
        return LoadTimes.Run();
    case ["load", LoadTimes.Kept or LoadTimes.Trained]:
        LoadTimes.Measure(args[1]);
        return 0;
    case ["turns"]:
        await TurnLoad.RunAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            dotnet run -c Release --project tests/TechLeakageBot.Benchmarks -- reader | reader-quality | load | turns
            Speed and hits of the reader beside Lucene.Net, time and memory of loading, whole turns beside a bare endpoint (database in TMPDIR).
            """);
        return 1;
}
