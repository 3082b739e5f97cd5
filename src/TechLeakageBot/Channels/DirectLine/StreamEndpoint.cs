namespace TechLeakageBot.Channels.DirectLine;

/// <summary>The socket. A browser sends no headers with it, so its credential is in the URL.</summary>
internal static class StreamEndpoint
{
    public static async Task<IResult> GetAsync(
        string id, string? watermark, string? t, HttpContext context, ConversationTokens tokens, ConversationHub hub, ActivityStream stream)
    {
        if (!context.WebSockets.IsWebSocketRequest)
            return Refusal.BadRequest("This address opens a WebSocket; to read without one, GET the conversation's activities.");
        if (Watermark.Parse(watermark) is not { } after)
            return Watermark.Refused;
        if (t is null || await tokens.ReadAsync(t, TokenUse.Stream, context.RequestAborted) is not { } ticket || ticket.Conversation != id)
            return Refusal.Forbidden("The stream's address has expired; GET the conversation for a new one.");
        using var listener = hub.Listen(id);
        if (listener is null)
            return Refusal.Of(StatusCodes.Status429TooManyRequests, "Too many sockets are open; close some, or GET the conversation's activities.");
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        await stream.ServeAsync(socket, listener, after);
        return Results.Empty;
    }
}
