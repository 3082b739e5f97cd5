using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using TechLeakageBot.Tests.BotFramework;

namespace TechLeakageBot.Tests.Incidents;

/// <summary>A connector over HTTP: each conversation answers as the test says, 201 where it says nothing.</summary>
internal sealed partial class FakePlatform : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, Func<int, HttpContext, Task>> answers = new();
    private readonly ConcurrentDictionary<string, int> calls = new();
    private readonly ConcurrentQueue<(string Conversation, string Number)> taken = new();
    private readonly TaskCompletionSource held = new();
    private FakeServer? server;

    public string Url => server!.Url;

    /// <summary>The activities that were taken, in order.</summary>
    public ConcurrentQueue<string> Bodies { get; } = new();

    /// <summary>What each conversation took, by the number of its incident, in order.</summary>
    public IReadOnlyList<(string Conversation, string Number)> Taken => [.. taken];

    public static async Task<FakePlatform> StartAsync()
    {
        var platform = new FakePlatform();
        platform.server = await FakeServer.StartAsync(platform.AnswerAsync);
        return platform;
    }

    public IReadOnlyList<string> TakenBy(string conversation) => [.. taken.Where(message => message.Conversation == conversation).Select(message => message.Number)];

    public int CallsOf(string conversation) => calls.GetValueOrDefault(conversation);

    /// <param name="status">By the number of the call, from 1 on; 201 takes the message.</param>
    public void Answer(string conversation, Func<int, int> status, string? retryAfter = null) => answers[conversation] = (call, context) =>
    {
        context.Response.StatusCode = status(call);
        if (retryAfter is not null && context.Response.StatusCode is not StatusCodes.Status201Created)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
    };

    /// <summary>A conversation that does not answer until it is let go; then it takes the message.</summary>
    public void Hang(string conversation) => answers[conversation] = (_, _) => held.Task;

    public void LetGo() => held.TrySetResult();

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var conversation = Uri.UnescapeDataString(context.Request.Path.Value!.Split('/')[3]);
        var call = calls.AddOrUpdate(conversation, 1, (_, count) => count + 1);
        context.Response.StatusCode = StatusCodes.Status201Created;
        if (answers.TryGetValue(conversation, out var answer))
            await answer(call, context);
        if (context.Response.StatusCode != StatusCodes.Status201Created)
            return;
        Bodies.Enqueue(body);
        taken.Enqueue((conversation, Number().Match(body).Value));
    }

    [GeneratedRegex("TL-[0-9]{4}-[0-9]{4}")]
    private static partial Regex Number();
}
