using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Benchmarks.Reading;

/// <summary>
/// Time and allocations of understanding one message, a mean over a fixed mix, on one core. In-process: the default toolchain
/// would write a project of its own below this one, and build it under the rules of the repository.
/// </summary>
public class ReaderSpeed
{
    private const int MessageCount = 200;

    private string[] texts = [];
    private Reader? reader;
    private LuceneSearch? byTopic;
    private LuceneSearch? byText;

    internal static void Run() => MarkdownExporter.Console.ExportToLog(BenchmarkRunner.Run<ReaderSpeed>(Config), ConsoleLogger.Ascii);

    private static IConfig Config => ManualConfig.CreateEmpty()
        .AddJob(Job.Default
            .WithToolchain(InProcessNoEmitToolchain.Instance)
            .WithAffinity(1)
            .WithLaunchCount(1)
            .WithWarmupCount(4)
            .WithIterationCount(20))
        .AddDiagnoser(MemoryDiagnoser.Default)
        .AddColumnProvider(DefaultColumnProviders.Instance)
        .AddColumn(StatisticColumn.Median, StatisticColumn.Min)
        .AddLogger(NullLogger.Instance)
        .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "TechLeakageBot.Benchmarks"));

    [GlobalSetup(Target = nameof(Read))]
    public void TrainReader() => reader = Prepare().TrainReader();

    [GlobalSetup(Target = nameof(LuceneByTopic))]
    public void IndexByTopic() => byTopic = LuceneSearch.ByTopic(Prepare());

    [GlobalSetup(Target = nameof(LuceneByText))]
    public void IndexByText() => byText = LuceneSearch.ByText(Prepare());

    [GlobalCleanup]
    public void Close()
    {
        byTopic?.Dispose();
        byText?.Dispose();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = MessageCount, Description = "Lucene.Net BM25, a document a topic")]
    public int LuceneByTopic() => texts.Sum(text => byTopic!.Search(text).Count);

    [Benchmark(OperationsPerInvoke = MessageCount, Description = "Lucene.Net BM25, a document a text")]
    public int LuceneByText() => texts.Sum(text => byText!.Search(text).Count);

    [Benchmark(OperationsPerInvoke = MessageCount, Description = "Reader.Read")]
    public int Read() => texts.Sum(text => reader!.Read(text).Topics.Count);

    private Messages Prepare()
    {
        var messages = Messages.HoldOut(MessageCount);
        texts = [.. messages.Unknown.Select(example => example.Text)];
        return messages;
    }
}
