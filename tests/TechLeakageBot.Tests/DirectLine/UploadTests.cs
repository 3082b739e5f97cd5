using System.Net.Http.Headers;
using System.Text;
using TechLeakageBot.Core.Dialogs;

namespace TechLeakageBot.Tests.DirectLine;

public class UploadTests
{
    [Fact]
    public async Task Files_are_answered_and_only_their_names_are_kept()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        using var upload = new MultipartFormDataContent
        {
            { Activity("""{"type":"message","channelData":{"clientActivityID":"7"},"attachments":[{"name":"図面.png"}]}"""), "activity", "blob" },
            { File(1_000_000), "file", "図面.png" },
        };
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, upload)).Status);
        Assert.Equal(new Said.Files(), host.Store.Turns[^1].Said);
        var echo = (await host.ReadAsync(line, 3)).Single(activity => activity.TryGetProperty("channelData", out _));
        var names = echo.GetProperty("attachments").EnumerateArray().Select(attachment => attachment.GetProperty("name").GetString());
        Assert.Equal(["図面.png"], names);
        Assert.False(echo.GetProperty("attachments")[0].TryGetProperty("contentUrl", out _));
    }

    [Fact]
    public async Task Words_sent_along_with_files_are_read()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        using var upload = new MultipartFormDataContent
        {
            { Activity("""{"type":"message","text":"これを渡してよいか"}"""), "activity" },
            { File(10), "file", "a.png" },
        };
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, upload)).Status);
        Assert.Equal(new Said.Text("これを渡してよいか"), host.Store.Turns[^1].Said);
    }

    [Fact]
    public async Task Too_large_too_many_and_broken_uploads_are_the_clients_fault()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Client.DefaultRequestHeaders.ExpectContinue = true;
        var line = await host.OpenAsync();
        using var large = new MultipartFormDataContent { { File(11 * 1024 * 1024), "file", "a" } };
        Assert.Equal(413, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, large)).Status);
        using var activity = new MultipartFormDataContent { { Activity(new string('x', 300_000)), "activity" } };
        Assert.Equal(413, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, activity)).Status);
        using var many = new MultipartFormDataContent();
        for (var i = 0; i < 30; i++)
            many.Add(File(1), "file", $"{i}");
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, many)).Status);
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, new StringContent("{}"))).Status);
        using var cut = new StringContent("--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc", Encoding.UTF8);
        cut.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, Path(line), line.Token, cut)).Status);
        Assert.Single(host.Store.Turns);
    }

    private static string Path(Line line) => $"/directline/conversations/{line.Id}/upload?userId=somebody-else";

    private static StringContent Activity(string json) => new(json, Encoding.UTF8, "application/vnd.microsoft.activity");

    private static ByteArrayContent File(int length)
    {
        var file = new ByteArrayContent(new byte[length]);
        file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        return file;
    }
}
