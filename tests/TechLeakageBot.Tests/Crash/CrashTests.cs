using TechLeakageBot.Crash;

namespace TechLeakageBot.Tests.Crash;

/// <summary>The short form of the crash program; the long one is a command of its own (README).</summary>
public class CrashTests
{
    private const int Kills = 6;

    [Fact]
    public async Task A_server_that_is_killed_again_and_again_under_load_loses_and_doubles_nothing()
    {
        var output = TestContext.Current.TestOutputHelper!;
        var report = await CrashRun.RunAsync(Kills, Environment.TickCount, output.WriteLine, TestContext.Current.CancellationToken);
        Assert.True(report.IsSound, report.ToString());
    }
}
