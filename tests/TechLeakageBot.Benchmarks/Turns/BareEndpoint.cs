using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace TechLeakageBot.Benchmarks.Turns;

/// <summary>
/// The peer: parses the activity and posts a fixed reply to the connector. It understands, keeps and verifies nothing, and loses
/// what it was saying when it stops.
/// </summary>
internal sealed class BareEndpoint : IAsyncDisposable
{
    private readonly HttpClient client = new();
    private LocalServer? server;

    public string Url => server!.Url;

    public static async Task<BareEndpoint> StartAsync()
    {
        var endpoint = new BareEndpoint();
        endpoint.server = await LocalServer.StartAsync(endpoint.AnswerAsync);
        return endpoint;
    }

    public async ValueTask DisposeAsync()
    {
        await server!.DisposeAsync();
        client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var activity = (await JsonSerializer.DeserializeAsync(context.Request.Body, BareJson.Default.BareActivity, context.RequestAborted))!;
        var reply = JsonSerializer.SerializeToUtf8Bytes(
            new BareReply("message", activity.Id, activity.Conversation, activity.Recipient, activity.From, "Please do not answer yet. Whom did the message come from?"),
            BareJson.Default.BareReply);
        using var content = new ByteArrayContent(reply);
        content.Headers.ContentType = new("application/json");
        var url = new Uri($"{activity.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(activity.Conversation.Id)}/activities/{Uri.EscapeDataString(activity.Id)}");
        using var answer = await client.PostAsync(url, content, context.RequestAborted);
        context.Response.StatusCode = answer.IsSuccessStatusCode ? StatusCodes.Status202Accepted : StatusCodes.Status502BadGateway;
    }
}

internal sealed record BareActivity(string Id, string ServiceUrl, string Text, BareAccount From, BareAccount Recipient, BareAccount Conversation);

internal sealed record BareReply(string Type, string ReplyToId, BareAccount Conversation, BareAccount From, BareAccount Recipient, string Text);

internal sealed record BareAccount(string Id);

[JsonSerializable(typeof(BareActivity))]
[JsonSerializable(typeof(BareReply))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class BareJson : JsonSerializerContext;
