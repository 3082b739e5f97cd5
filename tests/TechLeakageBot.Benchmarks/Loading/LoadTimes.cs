using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Benchmarks.Loading;

/// <summary>What the start costs, each time in a process of its own so that nothing is compiled or cached already.</summary>
internal static class LoadTimes
{
    public const string Kept = "kept";
    public const string Trained = "trained";

    private const double Megabyte = 1024 * 1024;
    private const int Runs = 3;

    public static int Run()
    {
        Console.WriteLine("Time and memory of the knowledge and its model, each run in a process of its own. Aim with the kept model: 500 ms, 60 MB.");
        Console.WriteLine("managed: what lives after a full collection; working set: what the process grew by, garbage of the loading included.\n");
        Console.WriteLine($"{"model",-10}{"ms",8}{"managed MB",14}{"working set MB",16}");

        // The first one finds no model where the knowledge has changed; it trains and keeps one.
        if (Start(Kept, show: false) is not 0 and var fault)
            return fault;
        foreach (var way in Enumerable.Repeat(Kept, Runs).Append(Trained))
        {
            if (Start(way, show: true) is not 0 and var failed)
                return failed;
        }

        return 0;
    }

    /// <summary>Loads once and prints its row.</summary>
    public static void Measure(string way)
    {
        var managed = GC.GetTotalMemory(forceFullCollection: true);
        var workingSet = Environment.WorkingSet;
        var started = Stopwatch.GetTimestamp();
        object loaded = way == Kept ? Load() : Train();
        var elapsed = Stopwatch.GetElapsedTime(started);
        var growth = Environment.WorkingSet - workingSet;
        var live = GC.GetTotalMemory(forceFullCollection: true) - managed;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{way,-10}{elapsed.TotalMilliseconds,8:0}{live / Megabyte,14:0.0}{growth / Megabyte,16:0.0}"));
        GC.KeepAlive(loaded);
    }

    private static KnowledgeBase Load()
    {
        var (knowledge, faults) = Messages.Loader().Load();
        return knowledge ?? throw new SettingsException($"The knowledge has faults:\n{string.Join('\n', faults)}");
    }

    /// <summary>What loading does where no model is kept, without touching the user's kept ones.</summary>
    private static Reader Train()
    {
        var (material, examples, faults) = Messages.Loader().ReadAll();
        return material is null || faults.Count > 0
            ? throw new SettingsException($"The knowledge has faults:\n{string.Join('\n', faults)}")
            : material.Reader(ReaderModel.Train(material.Set(examples)));
    }

    private static int Start(string way, bool show)
    {
        var program = Environment.ProcessPath!;
        string[] host = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        using var process = Process.Start(new ProcessStartInfo(program, [.. host, "load", way]) { RedirectStandardOutput = true })!;
        var row = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (show)
            Console.Write(row);
        return process.ExitCode;
    }
}
