using System.Buffers;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>Null where the body is longer than <paramref name="limit"/> bytes; no more than that is read.</summary>
    /// <exception cref="BadHttpRequestException">The client broke off, or the server's own limit was met first.</exception>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancel)
    {
        if (request.ContentLength > limit)
            return null;
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        while (true)
        {
            var read = await request.Body.ReadAsync(body.GetMemory(1), cancel);
            if (read == 0)
                return body.WrittenMemory;
            body.Advance(read);
            if (body.WrittenCount > limit)
                return null;
        }
    }
}
