using System.Diagnostics;
using System.Reflection;

namespace TechLeakageBot.Tests.Publish;

/// <summary>The program as <c>dotnet publish</c> lays it out, made once of what the tests were built with.</summary>
public sealed class PublishedProgram : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TempFolder folder = new();

    public string Folder => folder.Path;

    public async ValueTask InitializeAsync()
    {
        var configuration = typeof(PublishedProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var (code, output, error) = await FinishAsync(Start("dotnet", SolutionFolder(),
            ["publish", "src/TechLeakageBot", "--no-build", "--configuration", configuration, "--output", Folder, "--disable-build-servers"]));
        Assert.True(code == 0, $"dotnet publish ended with {code}:\n{output}\n{error}");
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Starts it without any setting from the environment of the tests.</summary>
    public Process Start(string currentFolder, params IEnumerable<string> args) =>
        Start(Path.Combine(Folder, OperatingSystem.IsWindows() ? "TechLeakageBot.exe" : "TechLeakageBot"), currentFolder, args);

    /// <summary>Runs it to its end.</summary>
    public Task<(int Code, string Output, string Error)> RunAsync(string currentFolder, params IEnumerable<string> args) =>
        FinishAsync(Start(currentFolder, args));

    private static Process Start(string program, string currentFolder, IEnumerable<string> args)
    {
        var start = new ProcessStartInfo(program, args)
        {
            WorkingDirectory = currentFolder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsSetting).ToList())
            start.Environment.Remove(name);
        return Process.Start(start)!;
    }

    private static bool IsSetting(string variable) =>
        variable.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)
        || variable.Equals("URLS", StringComparison.OrdinalIgnoreCase)
        || variable.Contains("__", StringComparison.Ordinal);

    private static async Task<(int Code, string Output, string Error)> FinishAsync(Process process)
    {
        using (process)
        using (var late = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken))
        {
            late.CancelAfter(Patience);
            try
            {
                var output = process.StandardOutput.ReadToEndAsync(late.Token);
                var error = process.StandardError.ReadToEndAsync(late.Token);
                await process.WaitForExitAsync(late.Token);
                return (process.ExitCode, await output, await error);
            }
            finally
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static string SolutionFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "TechLeakageBot.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
