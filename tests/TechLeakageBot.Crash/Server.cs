using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace TechLeakageBot.Crash;

/// <summary>The bot as a process of its own, on one port and one database through all its lives.</summary>
internal sealed class Server : IDisposable
{
    private const int Terminate = 15;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string[] settings;
    private readonly string folder;
    private Process? process;

    /// <param name="folder">For its database.</param>
    /// <param name="mailPort">Where its mails are taken.</param>
    public Server(string folder, int mailPort)
    {
        this.folder = folder;
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        settings =
        [
            $"--Urls={Url}", $"--Storage:ConnectionString=Data Source={Database}", "--BotFramework:AppId=", "--Logging:LogLevel:Default=Warning",
            "--Mail:Host=127.0.0.1", $"--Mail:Port={mailPort}", "--Mail:Security=None", "--Mail:From=bot@example.co.jp",
        ];
    }

    public Uri Url { get; }

    public string Database => Path.Combine(folder, "bot.db");

    public void Start() => process = Run(["serve", .. settings]);

    /// <summary>SIGKILL: nothing of the process runs any more.</summary>
    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    /// <summary>SIGTERM, and waits for its end.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        if (kill(process!.Id, Terminate) != 0)
            throw new InvalidOperationException("The server could not be told to stop.");
        await process.WaitForExitAsync(cancel);
        process.Dispose();
        process = null;
    }

    /// <summary>Whether the database is undamaged; the write-ahead log is read with it.</summary>
    public bool IsWhole()
    {
        if (!File.Exists(Database))
            return true;
        using var connection = Open();
        return connection.Word("PRAGMA integrity_check(1)") == "ok";
    }

    public async Task WaitUntilLiveAsync(TimeSpan patience, CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = Url };
        using var tooLong = new CancellationTokenSource(patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, tooLong.Token);
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync("/health/live", either.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It is still starting.
            }

            if (process is { HasExited: true })
                throw new InvalidOperationException($"The server ended with {process.ExitCode} instead of starting.");
            await Task.Delay(Look, either.Token);
        }
    }

    /// <summary>Waits until the outbox is empty, for as long as it gets emptier; what is left is counted later.</summary>
    /// <param name="patience">How long it may stand still.</param>
    public async Task DrainAsync(TimeSpan patience, CancellationToken cancel)
    {
        var (least, clock) = (long.MaxValue, Stopwatch.StartNew());
        while (clock.Elapsed < patience)
        {
            using (var connection = Open())
            {
                var waiting = connection.Number("SELECT COUNT(*) FROM outbox");
                if (waiting == 0)
                    return;
                if (waiting < least)
                    (least, clock) = (waiting, Stopwatch.StartNew());
            }

            await Task.Delay(Look, cancel);
        }
    }

    public SqliteConnection Open()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Database, Pooling = false, DefaultTimeout = 30 }.ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>0 where the audit's own command finds it intact.</summary>
    public async Task<int> VerifyAuditAsync(CancellationToken cancel)
    {
        using var verify = Run(["audit", "verify", .. settings]);
        await verify.WaitForExitAsync(cancel);
        return verify.ExitCode;
    }

    public void Dispose()
    {
        if (process is null)
            return;
        process.Kill();
        process.Dispose();
    }

    /// <summary>What it prints is read and dropped, so that it never waits for a reader.</summary>
    private static Process Run(IEnumerable<string> args)
    {
        var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TechLeakageBot.dll"), .. args])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int kill(int pid, int signal);
}
