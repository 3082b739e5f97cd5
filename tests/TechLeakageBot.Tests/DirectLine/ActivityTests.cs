using System.Text;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Tests.DirectLine;

public class ActivityTests
{
    [Theory]
    [InlineData("ja-JP", null, Language.Japanese)]
    [InlineData("en-US", "ja", Language.English)]
    [InlineData(null, "ja;q=0.5,en-GB", Language.English)]
    [InlineData(null, "fr,ja;q=0.8", Language.Japanese)]
    [InlineData(null, "fr", Language.English)]
    [InlineData(null, null, Language.Japanese)]
    public async Task A_conversation_starts_with_one_greeting_in_the_pages_language(string? locale, string? accepted, Language expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        if (accepted is not null)
            host.Client.DefaultRequestHeaders.Add("Accept-Language", accepted);
        var line = await host.OpenAsync(new { locale });
        Assert.Equal(201, (await host.AskAsync(HttpMethod.Post, "/directline/conversations", line.Token)).Status);
        var card = Assert.Single(await host.ReadAsync(line, 1));
        Assert.Equal("application/vnd.microsoft.card.adaptive", card.GetProperty("attachments")[0].GetProperty("contentType").GetString());
        Assert.Equal(new Said.Joined(expected), Assert.Single(host.Store.Turns).Said);
    }

    [Fact]
    public async Task A_message_comes_back_with_its_id_and_client_id_before_its_answer()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        var (status, posted) = await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new
        {
            type = "message",
            text = "*工程*を聞かれた",
            from = new { id = "user1", name = "User", role = "bot", secret = "x" },
            channelData = new { clientActivityID = "123.4", postBack = true },
            entities = new[] { new { type = "whatever" } },
        });
        Assert.Equal(200, status);

        var activities = await host.ReadAsync(line, 3);
        var echo = activities[1];
        Assert.Equal(posted.GetProperty("id").GetString(), echo.GetProperty("id").GetString());
        Assert.Equal("""{"clientActivityID":"123.4","postBack":true}""", echo.GetProperty("channelData").GetRawText());
        Assert.Equal("plain", echo.GetProperty("textFormat").GetString());
        Assert.Equal("""{"id":"user1","name":"User","role":"user"}""", echo.GetProperty("from").GetRawText());
        Assert.False(echo.TryGetProperty("entities", out _));
        Assert.StartsWith("out-", activities[2].GetProperty("id").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_sent_again_is_neither_shown_nor_answered_twice()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        var message = new { type = "message", text = "やめる", channelData = new { clientActivityID = "same" } };
        var ids = new List<string?>();
        for (var i = 0; i < 3; i++)
            ids.Add((await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, message)).Json.GetProperty("id").GetString());
        Assert.Single(ids.Distinct());
        Assert.Equal(2, host.Store.Turns.Count);
        Assert.Equal(3, (await host.ReadAsync(line, 3)).Count);
    }

    public static TheoryData<string, Said> Translations => new()
    {
        { """{"type":"message","text":"工場"}""", new Said.Text("工場") },
        { """{"type":"message","value":{"choice":"Help:0:"},"channelData":{"postBack":true}}""", new Said.Click("Help:0:") },
        { """{"type":"message","value":{"other":1}}""", new Said.Unknown() },
        { """{"type":"message","value":"text"}""", new Said.Unknown() },
        { """{"type":"message","text":"   "}""", new Said.Unknown() },
        { """{"type":"message","attachments":[{"contentType":"image/png","contentUrl":"https://x.example/"}, null]}""", new Said.Files() },
    };

    [Theory]
    [MemberData(nameof(Translations))]
    public async Task What_a_client_posts_is_translated(string json, Said expected)
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, Json(json))).Status);
        Assert.Equal(expected, host.Store.Turns[^1].Said);
    }

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""")]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"ja"}}""")]
    public async Task Joins_and_typing_run_no_turn(string json)
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, Json(json))).Status);
        Assert.Single(host.Store.Turns);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"message","text":5}""")]
    [InlineData("""{"type":"message","text":"\ud800"}""")]
    [InlineData("""{"type":"message","channelData":{"clientActivityID":"\udfff"}}""")]
    [InlineData("""{"type":"message","value":{"\ud800":[]}}""")]
    public async Task A_body_that_is_no_activity_is_the_clients_fault(string json)
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        var (status, problem) = await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, Json(json));
        Assert.Equal(400, status);
        Assert.DoesNotContain("no type\"", problem.GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Single(host.Store.Turns);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_and_endless_nesting_are_the_clients_fault()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        byte[][] bodies =
        [
            [.. """{"type":"message","value":{"x":" """u8, 0xC3, 0x28, .. "\"}}"u8],
            Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{new string('[', 5_000)}}{{new string(']', 5_000)}}}"""),
        ];
        foreach (var body in bodies)
            Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new ByteArrayContent(body))).Status);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_refused_and_one_just_below_is_read()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Client.DefaultRequestHeaders.ExpectContinue = true;
        var line = await host.OpenAsync();
        Assert.Equal(413, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = new string('x', 262_144) })).Status);
        Assert.Equal(200, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text = new string('x', 250_000) })).Status);
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", channelData = new { clientActivityID = new string('x', 513) } })).Status);
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", null, new { user = new { id = new string('x', 513) } })).Status);
    }

    [Fact]
    public async Task A_long_transcript_comes_in_pages_and_none_of_it_is_missed()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        for (var i = 0; i < 120; i++)
            await host.Transcripts.AppendAsync(line.Id, $"a{i}", $$"""{"type":"message","id":"a{{i}}"}""", DateTimeOffset.UnixEpoch, TestContext.Current.CancellationToken);
        var (_, first) = await host.AskAsync(HttpMethod.Get, line.Activities, line.Token);
        Assert.Equal(50, first.GetProperty("activities").GetArrayLength());
        Assert.Equal("50", first.GetProperty("watermark").GetString());
        var ids = (await host.ReadAsync(line, 121)).Select(activity => activity.GetProperty("id").GetString()).Skip(1);
        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"a{i}"), ids);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task A_watermark_that_was_never_given_is_the_clients_fault(string watermark)
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Get, $"{line.Activities}?watermark={watermark}", line.Token)).Status);
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Get, $"/directline/conversations/{line.Id}?watermark={watermark}", line.Token)).Status);
    }

    [Fact]
    public async Task Who_asks_to_be_forgotten_still_sees_that_it_was_sent()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        host.Store.ForgetNext = true;
        await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new
        {
            type = "message",
            text = "忘れて",
            from = new { id = "user1", name = "Hanako" },
            channelData = new { clientActivityID = "5", displayText = "忘れて" },
        });
        var receipt = (await host.ReadAsync(line, 1)).Single(activity => activity.TryGetProperty("channelData", out _));
        Assert.Equal("5", receipt.GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.False(receipt.TryGetProperty("text", out _));
        Assert.DoesNotContain("Hanako", receipt.GetRawText(), StringComparison.Ordinal);
        Assert.False(receipt.GetProperty("channelData").TryGetProperty("displayText", out _));
    }

    [Fact]
    public async Task An_empty_client_id_is_none_and_swallows_no_message()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        foreach (var text in new[] { "one", "two" })
            await host.AskAsync(HttpMethod.Post, line.Activities, line.Token, new { type = "message", text, channelData = new { clientActivityID = "" } });
        Assert.Equal([new Said.Text("one"), new Said.Text("two")], host.Store.Turns.Skip(1).Select(turn => turn.Said));
    }

    [Fact]
    public async Task The_channel_of_the_same_name_at_Azure_Bot_Service_is_another()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        var (status, _) = await host.AskAsync(HttpMethod.Post, "/api/messages", null, new Dictionary<string, object>
        {
            ["type"] = "message",
            ["id"] = "1",
            ["text"] = "help",
            ["channelId"] = "directline",
            ["serviceUrl"] = "http://127.0.0.1:9",
            ["from"] = new { id = "dl_somebody" },
            ["conversation"] = new { id = line.Id },
        });
        Assert.Equal(202, status);
        Assert.Single(await host.ReadAsync(line, 1));
        var row = new OutboxRow(1, host.Store.Turns[^1].Conversation, "", new Effect.Reply(Card.Of(Language.English)), DateTimeOffset.UnixEpoch, 0, "lane");
        Assert.False(host.Road.Carries(row));
    }

    [Fact]
    public async Task A_person_whose_id_cannot_be_stored_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, "/directline/conversations", null, new { user = new { id = "\0a" } })).Status);
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, "/directline/tokens/generate", null, new { user = new { id = "a\nb" } })).Status);
    }

    [Fact]
    public async Task A_host_with_a_port_that_there_is_not_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Client.DefaultRequestHeaders.TryAddWithoutValidation("Host", "127.0.0.1:99999");
        Assert.Equal(400, (await host.AskAsync(HttpMethod.Post, "/directline/conversations")).Status);
    }

    [Fact]
    public async Task A_row_sent_twice_stands_in_the_transcript_once()
    {
        await using var host = await DirectLineHost.StartAsync();
        var line = await host.OpenAsync();
        await host.ReadAsync(line, 1);
        var key = host.Store.Turns[0].Conversation;
        var row = new OutboxRow(4711, key, "", new Effect.Reply(Card.Of(Language.English, new Block.Paragraph("once"))), DateTimeOffset.UnixEpoch, 0, "lane");
        Assert.True(host.Road.Carries(row));
        await host.Road.SendAsync(row, TestContext.Current.CancellationToken);
        await host.Road.SendAsync(row with { Attempts = 1 }, TestContext.Current.CancellationToken);
        Assert.Equal("out-4711", (await host.ReadAsync(line, 2))[^1].GetProperty("id").GetString());
        Assert.False(host.Road.Carries(row with { Conversation = key with { Channel = "msteams" } }));
        Assert.False(host.Road.Carries(row with { Effect = new Effect.Forget() }));
    }

    private static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");
}
