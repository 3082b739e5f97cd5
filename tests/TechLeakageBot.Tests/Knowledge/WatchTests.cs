using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using TechLeakageBot.Core;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Tests.Knowledge;

public class WatchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_edit_is_taken_over_and_a_broken_one_leaves_the_last_good()
    {
        using var folder = new TempFolder();
        Shipped.CopyTo(folder.Path);
        var loader = Shipped.LoaderAt(folder.Path);
        var source = KnowledgeFeature.First(loader);
        var log = new Lines();
        using var watch = new KnowledgeWatch(loader, source, TimeProvider.System, log);
        await watch.StartAsync(TestContext.Current.CancellationToken);

        var phrases = folder.File("phrases/phrases.yaml");
        var text = await File.ReadAllTextAsync(phrases, TestContext.Current.CancellationToken);
        Task Edit(string instead) => File.WriteAllTextAsync(phrases, text.Replace("Serious: act now", instead, StringComparison.Ordinal), TestContext.Current.CancellationToken);

        // The watch may begin after the first edits, so they are repeated.
        for (var edits = 0; edits < 20 && Level(source) != "Edited: act now" && !log.Any("cannot be watched"); edits++)
        {
            await Edit("Edited: act now");
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        }

        if (log.Any("cannot be watched"))
            Assert.Skip("this machine has no file watcher left");

        Assert.True(Level(source) == "Edited: act now", log.ToString());
        await Edit("\"\nlevel-serious: twice\n");
        await Until(() => log.Any("last good one stays"));
        Assert.Equal("Edited: act now", Level(source));

        await Edit("Mended: act now");
        await Until(() => Level(source) == "Mended: act now");
        await watch.StopAsync(TestContext.Current.CancellationToken);
    }

    private static string Level(KnowledgeSource source) => source.Current.Phrases[Say.LevelSerious, Language.English];

    private static async Task Until(Func<bool> condition)
    {
        for (var waited = TimeSpan.Zero; !condition() && waited < Patience; waited += TimeSpan.FromMilliseconds(50))
            await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(condition(), $"not so within {Patience}");
    }

    private sealed class Lines : ILogger<KnowledgeWatch>
    {
        private readonly ConcurrentQueue<string> lines = new();

        public bool Any(string part) => lines.Any(line => line.Contains(part, StringComparison.Ordinal));

        public override string ToString() => string.Join('\n', lines);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue(formatter(state, exception));
    }
}
