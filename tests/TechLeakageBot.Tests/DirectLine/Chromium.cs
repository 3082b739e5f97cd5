using Microsoft.Playwright;

namespace TechLeakageBot.Tests.DirectLine;

/// <summary>A browser for tests; where there is none, the test is skipped and says what to install.</summary>
internal sealed class Chromium(IPlaywright playwright, IBrowser browser) : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    public IBrowser Browser => browser;

    public static async Task<Chromium> StartAsync()
    {
        var path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        Assert.SkipUnless(File.Exists(path), $"No Chromium at {path}; install Debian's package chromium, or set CHROMIUM to its path.");
        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = Flags }));
    }

    /// <summary>Where a picture goes: beside the solution, where no build output is taken for a source.</summary>
    public static string PictureOf(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent is { } parent && !File.Exists(Path.Combine(folder.FullName, "TechLeakageBot.sln")))
            folder = parent;
        return Path.Combine(Directory.CreateDirectory(Path.Combine(folder.FullName, "artifacts")).FullName, $"{name}.png");
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
