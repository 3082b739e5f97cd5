using System.Net.Http.Json;
using System.Text.Json;

namespace TechLeakageBot.Crash;

/// <summary>A conversation over Direct Line.</summary>
internal sealed class DirectLineClient
{
    private readonly HttpClient client;
    private readonly string token;

    private DirectLineClient(HttpClient client, string conversation, string token)
    {
        this.client = client;
        this.token = token;
        Conversation = conversation;
    }

    public string Conversation { get; }

    public static async Task<DirectLineClient> OpenAsync(HttpClient client, string person, CancellationToken cancel)
    {
        var minted = await AskAsync(client, HttpMethod.Post, "/directline/tokens/generate", null, new { user = new { id = person } }, cancel);
        var token = minted.GetProperty("token").GetString()!;
        await AskAsync(client, HttpMethod.Post, "/directline/conversations", token, null, cancel);
        return new DirectLineClient(client, minted.GetProperty("conversationId").GetString()!, token);
    }

    /// <param name="id">The client's own id of the message: sent again with the same one it is the same message.</param>
    public async Task<bool> PostAsync(string text, string id)
    {
        var activity = new { type = "message", text, from = new { id = "somebody" }, channelData = new { clientActivityID = id } };
        await AskAsync(client, HttpMethod.Post, $"/directline/conversations/{Conversation}/activities", token, activity, CancellationToken.None);
        return true;
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, HttpMethod method, string path, string? token, object? body, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var response = await client.SendAsync(request, cancel);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancel);
    }
}
