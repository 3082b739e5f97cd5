namespace TechLeakageBot.Tests.DirectLine;

public class CompressionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task The_files_of_the_page_are_compressed(string encoding)
    {
        await using var host = await DirectLineHost.StartAsync();
        using var plain = await GetAsync(host, "/page/webchat.js", null);
        using var compressed = await GetAsync(host, "/page/webchat.js", encoding);

        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(encoding, Assert.Single(compressed.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", compressed.Headers.Vary);
        var (whole, small) = ((await plain.Content.ReadAsByteArrayAsync(Cancel)).Length, (await compressed.Content.ReadAsByteArrayAsync(Cancel)).Length);
        Assert.True(small < whole / 3, $"{whole} bytes became {small}.");
    }

    [Fact]
    public async Task What_carries_a_conversation_is_never_compressed()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = "図面を送ってしまいました", from = new { id = "dl_somebody" } });
        await host.ReadAsync(line, 2);

        foreach (var path in (string[])[line.Activities, $"/directline/conversations/{line.Id}", "/"])
        {
            using var answer = await GetAsync(host, path, "br, gzip", line.Token);
            Assert.Equal(200, (int)answer.StatusCode);
            Assert.Empty(answer.Content.Headers.ContentEncoding);
        }
    }

    private static async Task<HttpResponseMessage> GetAsync(DirectLineHost host, string path, string? encoding, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (encoding is not null)
            request.Headers.Add("Accept-Encoding", encoding);
        if (token is not null)
            request.Headers.Add("Authorization", $"Bearer {token}");
        return await host.Client.SendAsync(request, Cancel);
    }
}
