using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace TechLeakageBot.Benchmarks.Turns;

/// <summary>Takes replies as a Bot Framework connector does, and tells when the first one to an activity has come.</summary>
internal sealed class LocalConnector : IAsyncDisposable
{
    private static readonly byte[] Answer = """{"id":"reply"}"""u8.ToArray();

    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = [];
    private LocalServer? server;

    public string Url => server!.Url + "/_connector";

    public static async Task<LocalConnector> StartAsync()
    {
        var connector = new LocalConnector();
        connector.server = await LocalServer.StartAsync(connector.AnswerAsync);
        return connector;
    }

    public Task ReplyTo(string activityId) =>
        awaited.GetOrAdd(activityId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = Answer.Length;
        await context.Response.Body.WriteAsync(Answer, context.RequestAborted);
        var path = context.Request.Path.Value!;
        if (awaited.TryRemove(path[(path.LastIndexOf('/') + 1)..], out var reply))
            reply.SetResult();
    }
}
