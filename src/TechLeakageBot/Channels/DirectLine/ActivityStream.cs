using System.Net.WebSockets;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Carries a transcript over a socket: what stands behind the watermark, then whatever follows.</summary>
internal sealed class ActivityStream(ActivityPages pages, IHostApplicationLifetime lifetime, TimeProvider time)
{
    /// <summary>
    /// An empty message tells the client, and proxies in between, that the socket lives. What another instance wrote is found then
    /// as well.
    /// </summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan PatienceForClose = TimeSpan.FromSeconds(2);

    /// <summary>Clients send nothing but empty heartbeats of their own.</summary>
    private const int LargestFromClient = 1024;

    /// <summary>Finds sockets whose other end is gone.</summary>
    public static WebSocketOptions SocketOptions => new() { KeepAliveInterval = TimeSpan.FromSeconds(30), KeepAliveTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>Returns when either side ends it; a client comes back with its watermark.</summary>
    public async Task ServeAsync(WebSocket socket, ConversationHub.Listener listener, long watermark)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(lifetime.ApplicationStopping);
        var receiving = ReceiveAsync(socket, ended);
        try
        {
            await SendAsync(socket, listener, watermark, ended.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            await CloseAsync(socket, receiving);
        }
    }

    private async Task SendAsync(WebSocket socket, ConversationHub.Listener listener, long watermark, CancellationToken ended)
    {
        while (true)
        {
            var page = await pages.AfterAsync(listener.Conversation, watermark, ended);
            if (!page.IsEmpty)
            {
                await socket.SendAsync(page.Json, WebSocketMessageType.Text, endOfMessage: true, ended);
                watermark = page.Watermark;
            }
            else if (!await WokenAsync(listener, ended))
            {
                await socket.SendAsync(ReadOnlyMemory<byte>.Empty, WebSocketMessageType.Text, endOfMessage: true, ended);
            }
        }
    }

    /// <summary>False when the time for a heartbeat came first.</summary>
    private async Task<bool> WokenAsync(ConversationHub.Listener listener, CancellationToken ended)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ended, heartbeat.Token);
        try
        {
            await listener.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!ended.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Reads past the client's heartbeats until it closes, or says more than one.</summary>
    private static async Task ReceiveAsync(WebSocket socket, CancellationTokenSource ended)
    {
        var buffer = new byte[LargestFromClient];
        try
        {
            while (await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None) is { MessageType: not WebSocketMessageType.Close, EndOfMessage: true })
            {
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            // The other end is gone without a word, which is how most conversations end.
        }

        await ended.CancelAsync();
    }

    /// <summary>Says goodbye and waits for the client's own. Who says none is cut off.</summary>
    private static async Task CloseAsync(WebSocket socket, Task receiving)
    {
        using var patience = new CancellationTokenSource(PatienceForClose);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
            await receiving.WaitAsync(patience.Token);
        }
        catch (Exception fault) when (fault is OperationCanceledException or WebSocketException)
        {
            socket.Abort();
        }
    }
}
