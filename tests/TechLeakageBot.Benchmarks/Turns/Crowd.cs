using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace TechLeakageBot.Benchmarks.Turns;

/// <summary>
/// People who write to a bot. Each writes a few messages in a conversation of their own and waits for the answer before the next
/// one, so that the pace a platform allows in one conversation is no limit.
/// </summary>
internal sealed class Crowd(LocalConnector connector, IReadOnlyList<string> texts) : IDisposable
{
    private const int TurnsOfOne = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient client = new();

    /// <param name="turns">A multiple of three.</param>
    /// <param name="inFlight">So many people write at the same time.</param>
    public async Task<Times> WriteAsync(string bot, int turns, int inFlight)
    {
        var run = Guid.NewGuid().ToString("N");
        var people = Enumerable.Range(0, turns / TurnsOfOne)
            .Select(person => Enumerable.Range(0, TurnsOfOne)
                .Select(turn => (Id: $"{run}-{person}-{turn}", Body: Activity($"{run}-{person}", $"{run}-{person}-{turn}", texts[((person * TurnsOfOne) + turn) % texts.Count])))
                .ToArray())
            .ToArray();
        var times = new ConcurrentBag<Time>();
        var lost = 0;
        GC.Collect();
        var cpu = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = inFlight }, async (messages, _) =>
        {
            foreach (var (id, body) in messages)
            {
                if (await TurnAsync(new Uri(bot + "/api/messages"), id, body) is { } time)
                    times.Add(time);
                else
                    Interlocked.Increment(ref lost);
            }
        });
        return new Times(Stopwatch.GetElapsedTime(started), Environment.CpuUsage.TotalTime - cpu, [.. times], lost);
    }

    public void Dispose() => client.Dispose();

    /// <summary>Null where it was acknowledged and no reply came.</summary>
    private async Task<Time?> TurnAsync(Uri endpoint, string id, byte[] body)
    {
        var reply = connector.ReplyTo(id);
        var started = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync(endpoint, content);
        response.EnsureSuccessStatusCode();
        var acknowledged = Stopwatch.GetElapsedTime(started);
        try
        {
            await reply.WaitAsync(Patience);
            return new Time(acknowledged.TotalMilliseconds, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    private byte[] Activity(string person, string id, string text) => Encoding.UTF8.GetBytes(new JsonObject
    {
        ["type"] = "message",
        ["id"] = id,
        ["timestamp"] = "2026-11-02T01:02:03.456Z",
        ["serviceUrl"] = connector.Url,
        ["channelId"] = "msteams",
        ["from"] = new JsonObject { ["id"] = $"29:{person}", ["name"] = "Staff", ["aadObjectId"] = person },
        ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "Bot" },
        ["conversation"] = new JsonObject { ["id"] = $"a:{person}", ["conversationType"] = "personal", ["tenantId"] = "load" },
        ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "load" } },
        ["locale"] = "ja-JP",
        ["textFormat"] = "plain",
        ["text"] = text,
    }.ToJsonString());
}

/// <param name="Acknowledged">Milliseconds until the channel knows that the message is in good hands.</param>
/// <param name="Whole">Milliseconds until it is acknowledged and its reply has reached the connector.</param>
internal readonly record struct Time(double Acknowledged, double Whole);

/// <param name="Cpu">Of the whole process, so that of the sender and the connector too; hardly moved by what else the machine does.</param>
internal sealed record Times(TimeSpan Elapsed, TimeSpan Cpu, IReadOnlyList<Time> Turns, int Lost)
{
    public double CpuOfOne => Cpu.TotalMilliseconds / Turns.Count;

    public double TurnsPerSecond => Turns.Count / Elapsed.TotalSeconds;

    /// <param name="percent">Below 100.</param>
    public double Percentile(int percent, Func<Time, double> of) =>
        Turns.Count == 0 ? double.NaN : Turns.Select(of).Order().ElementAt(Turns.Count * percent / 100);
}
