using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace TechLeakageBot.Tests.BotFramework;

/// <summary>A connector that keeps what it is sent, and answers 201 or what a test has queued.</summary>
internal sealed class FakeConnector : IAsyncDisposable
{
    private FakeServer? server;

    public string Url => server!.Url + "/_connector";

    public ConcurrentQueue<Call> Calls { get; } = [];

    public ConcurrentQueue<Action<HttpResponse>> Answers { get; } = [];

    public static async Task<FakeConnector> StartAsync()
    {
        var connector = new FakeConnector();
        connector.server = await FakeServer.StartAsync(connector.AnswerAsync);
        return connector;
    }

    public void Answer(int status, string? retryAfter = null, string? location = null) => Answers.Enqueue(response =>
    {
        response.StatusCode = status;
        if (retryAfter is not null)
            response.Headers.RetryAfter = retryAfter;
        if (location is not null)
            response.Headers.Location = location;
    });

    public ValueTask DisposeAsync() => server!.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.Get<IHttpRequestFeature>()!.RawTarget;
        Calls.Enqueue(new Call(target, context.Request.Headers.Authorization.ToString(), body.ToArray()));
        if (Answers.TryDequeue(out var answer))
            answer(context.Response);
        else
            context.Response.StatusCode = StatusCodes.Status201Created;
    }

    internal sealed record Call(string Target, string Authorization, byte[] Body)
    {
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }
}
