using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TechLeakageBot.Channels.DirectLine;

namespace TechLeakageBot.Tests.DirectLine;

public class StreamTests
{
    [Fact]
    public async Task A_socket_replays_what_is_there_and_carries_what_follows()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        using var socket = await ConnectAsync(line.Stream);
        Assert.Single((await FrameAsync(socket))!.Value.GetProperty("activities").EnumerateArray());

        await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = "続き" });
        Assert.Equal(["out-1", "in-", "out-2"], (string[])["out-1", .. await IdsAsync(socket, 2)]);
    }

    [Fact]
    public async Task A_client_that_comes_back_reads_on_from_its_watermark()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        using (var first = await ConnectAsync(line.Stream))
        {
            await FrameAsync(first);
            await first.CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        }

        await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = "留守の間" });
        await host.ReadAsync(line, 3);
        var (status, again) = await host.AskAsync(HttpMethod.Get, $"/directline/conversations/{line.Id}?watermark=1", line.Token);
        Assert.Equal(200, status);
        using var second = await ConnectAsync(new Uri(again.GetProperty("streamUrl").GetString()!));
        Assert.Equal(["in-", "out-2"], await IdsAsync(second, 2));
    }

    [Fact]
    public async Task A_quiet_socket_gets_an_empty_message_every_twenty_seconds()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var host = await DirectLineHost.StartAsync(time);
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        using var socket = await ConnectAsync(line.Stream);
        await FrameAsync(socket);
        for (var beats = 0; beats < 2; beats++)
        {
            var frame = FrameAsync(socket);
            while (!frame.IsCompleted)
            {
                time.Advance(TimeSpan.FromSeconds(20));
                await Task.Yield();
            }

            Assert.Null(await frame);
        }
    }

    [Fact]
    public async Task The_address_of_a_stream_expires()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var host = await DirectLineHost.StartAsync(time);
        var line = await host.OpenAsync();
        var other = await host.OpenAsync();
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(new Uri(line.Stream.AbsoluteUri.Replace(line.Id, other.Id, StringComparison.Ordinal))));
        time.Advance(TimeSpan.FromMinutes(3));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(line.Stream));
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Get, line.Stream.PathAndQuery)).Status);
    }

    [Fact]
    public async Task A_conversation_has_only_so_many_sockets_and_a_closed_one_makes_room()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        var sockets = new List<ClientWebSocket>();
        for (var i = 0; i < ConversationHub.MostPerConversation; i++)
            sockets.Add(await ConnectAsync(line.Stream));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(line.Stream));
        await sockets[0].CloseAsync(WebSocketCloseStatus.NormalClosure, null, TestContext.Current.CancellationToken);
        sockets.ForEach(socket => socket.Dispose());
        using var room = await EventuallyAsync(() => ConnectAsync(line.Stream));
        Assert.Equal(WebSocketState.Open, room.State);
    }

    [Fact]
    public async Task A_client_that_talks_on_the_socket_is_cut_off()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        using var socket = await ConnectAsync(line.Stream);
        await socket.SendAsync(new byte[100_000], WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<WebSocketException>(async () =>
        {
            while (await FrameAsync(socket) is not null || socket.State == WebSocketState.Open)
            {
            }

            throw new WebSocketException();
        });
    }

    [Fact]
    public async Task A_stopping_bot_closes_its_sockets()
    {
        var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        using var socket = await ConnectAsync(line.Stream);
        await FrameAsync(socket);
        var frame = FrameAsync(socket);
        await host.DisposeAsync();
        Assert.Null(await frame);
        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.CloseStatus);
    }

    private static async Task<ClientWebSocket> ConnectAsync(Uri stream)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(stream, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<ClientWebSocket> EventuallyAsync(Func<Task<ClientWebSocket>> connect)
    {
        while (true)
        {
            try
            {
                return await connect();
            }
            catch (WebSocketException)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }
        }
    }

    /// <summary>The next frame; null for an empty one and for the end.</summary>
    private static async Task<JsonElement?> FrameAsync(ClientWebSocket socket)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[4096];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), TestContext.Current.CancellationToken);
            frame.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);
        return frame.Length == 0 ? null : JsonDocument.Parse(frame.ToArray()).RootElement;
    }

    /// <summary>The ids of the next activities, those of the person without their random part.</summary>
    private static async Task<IReadOnlyList<string>> IdsAsync(ClientWebSocket socket, int least)
    {
        var ids = new List<string>();
        while (ids.Count < least)
        {
            var frame = await FrameAsync(socket);
            foreach (var activity in frame!.Value.GetProperty("activities").EnumerateArray())
            {
                var id = activity.GetProperty("id").GetString()!;
                ids.Add(id.StartsWith("in-", StringComparison.Ordinal) ? "in-" : id);
            }
        }

        return ids;
    }
}
