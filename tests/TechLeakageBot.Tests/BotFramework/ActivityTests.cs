using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.BotFramework;

public sealed class ActivityTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync() => bot = await TestBot.LocalAsync();

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_message_is_committed_and_acknowledged()
    {
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(bot.Message("怪しい誘いが来ました")));
        var incoming = bot.Store.Commits.Single().Incoming;
        Assert.Equal(new ConversationKey("botframework:msteams", "19:abc@thread;messageid=1", "aad-1"), incoming.Conversation);
        Assert.Equal(new Said.Text("怪しい誘いが来ました"), incoming.Said);
        Assert.Equal("m1", incoming.MessageId);
    }

    [Fact]
    public async Task A_message_delivered_again_changes_nothing()
    {
        await bot.StatusAsync(bot.Message());
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(bot.Message()));
        Assert.Single(bot.Store.Commits);
    }

    [Fact]
    public async Task A_message_without_an_id_is_known_again_by_its_bytes()
    {
        var message = bot.Message();
        message.Remove("id");
        await bot.StatusAsync(message);
        await bot.StatusAsync(message);
        message["text"] = "another";
        await bot.StatusAsync(message);
        Assert.Equal(2, bot.Store.Commits.Count);
    }

    [Theory]
    [InlineData("entities", """[{"\ud800":1}]""")]
    [InlineData("attachments", """[{"\ud800":1}]""")]
    [InlineData("value", """{"\ud800":1,"\ud800hoice":2}""")]
    public async Task A_field_whose_name_is_half_a_character_costs_nothing(string field, string odd)
    {
        var json = bot.Message().ToJsonString();
        using var answer = await bot.PostAsync(new StringContent($"{json[..^1]},\"{field}\":{odd}}}"));
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
    }

    [Fact]
    public async Task The_mention_of_the_bot_is_no_part_of_the_text()
    {
        var message = bot.Message("<at>Bot</at>&nbsp;help me, <at>Taro</at>\n");
        message["entities"] = new JsonArray(
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Bot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot" } },
            new JsonObject { ["type"] = "mention", ["text"] = "<at>Taro</at>", ["mentioned"] = new JsonObject { ["id"] = "29:taro" } },
            "odd");
        Assert.Equal(new Said.Text("help me, <at>Taro</at>"), await SaidAsync(message));
    }

    [Theory]
    [InlineData("""{"value":{"choice":"Tell:1:"}}""", "Tell:1:")]
    [InlineData("""{"value":{"choice":"Tell:1:"},"replyToId":"x","attachments":[]}""", "Tell:1:")]
    public async Task A_button_is_a_click(string fields, string choice) => Assert.Equal(new Said.Click(choice), await SaidAsync(Textless(fields)));

    [Theory]
    [InlineData("""{"value":{"other":1}}""")]
    [InlineData("""{"value":{"choice":5}}""")]
    [InlineData("""{"value":"text"}""")]
    [InlineData("""{"attachments":[{"contentType":"text/html","content":"<p></p>"}]}""")]
    [InlineData("""{"attachments":"odd","entities":7,"channelData":"odd"}""")]
    [InlineData("""{"text":"   "}""")]
    [InlineData("{}")]
    public async Task A_message_without_words_choice_and_files_is_unknown(string fields) => Assert.IsType<Said.Unknown>(await SaidAsync(Textless(fields)));

    [Fact]
    public async Task Half_a_character_in_a_choice_is_unknown()
    {
        var json = Textless("""{"value":{"choice":"HALF"}}""").ToJsonString().Replace("HALF", "\\ud83d", StringComparison.Ordinal);
        using var response = await bot.PostAsync(new StringContent(json));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.IsType<Said.Unknown>(bot.Store.Commits.Single().Incoming.Said);
    }

    [Fact]
    public async Task Attachments_without_words_are_files() =>
        Assert.IsType<Said.Files>(await SaidAsync(Textless("""{"attachments":[{"contentType":"image/png","contentUrl":"https://example.com/x.png"}]}""")));

    [Fact]
    public async Task Joining_is_greeted_once_although_two_activities_tell_of_it()
    {
        var installed = Textless("""{"type":"installationUpdate","action":"add","id":"i1"}""");
        var updated = Textless("""{"type":"conversationUpdate","id":"c1","membersAdded":[{"id":"28:bot"},{"id":"29:user","aadObjectId":"aad-1"}],"locale":"en-US"}""");
        await Task.WhenAll(bot.StatusAsync(installed), bot.StatusAsync(updated));
        Assert.IsType<Said.Joined>(bot.Store.Commits.Single().Incoming.Said);
    }

    [Fact]
    public async Task Joining_tells_the_language_of_the_client() =>
        Assert.Equal(new Said.Joined(Language.English), await SaidAsync(Textless("""{"type":"installationUpdate","action":"add","locale":"en-US"}""")));

    [Theory]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"messageReaction"}""")]
    [InlineData("""{"type":"installationUpdate","action":"remove"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"28:bot"}]}""")]
    [InlineData("""{"type":"conversationUpdate","membersRemoved":[{"id":"29:user"}]}""")]
    [InlineData("""{"type":"somethingNew"}""")]
    public async Task What_is_none_of_the_bots_business_is_acknowledged_and_left(string fields)
    {
        Assert.Equal(HttpStatusCode.Accepted, await bot.StatusAsync(Textless(fields)));
        Assert.Empty(bot.Store.Commits);
    }

    [Fact]
    public async Task Execute_is_a_click_with_an_answer_of_its_own()
    {
        using var response = await bot.PostAsync(Textless(
            """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"type":"Action.Execute","data":{"choice":"Help:0:"}}}}"""));
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(200, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal("application/vnd.microsoft.activity.message", answer.GetProperty("type").GetString());
        Assert.Equal(new Said.Click("Help:0:"), bot.Store.Commits.Single().Incoming.Said);
    }

    [Fact]
    public async Task Another_invoke_is_not_implemented()
    {
        using var response = await bot.PostAsync(Textless("""{"type":"invoke","name":"composeExtension/query"}"""));
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("\"statusCode\":501", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Expected_replies_come_with_the_response_and_not_again()
    {
        var message = bot.Message();
        message["deliveryMode"] = "expectReplies";
        using var response = await bot.PostAsync(message);
        var json = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var activity = JsonDocument.Parse(json).RootElement.GetProperty("activities")[0];
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/vnd.microsoft.card.adaptive", activity.GetProperty("attachments")[0].GetProperty("contentType").GetString());
        Assert.True(bot.Store.Commits.Single().HoldReplies >= TimeSpan.FromSeconds(60));
        await UntilAsync(() => bot.Store.Waiting.Count == 0);

        using var again = await bot.PostAsync(message);
        Assert.Equal("""{"activities":[]}""", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":"message","from":"x"}""")]
    public async Task A_body_that_is_no_activity_is_refused(string body)
    {
        using var response = await bot.PostAsync(new StringContent(body, Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"error\":", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"from":null}""")]
    [InlineData("""{"from":{"id":""}}""")]
    [InlineData("""{"conversation":null}""")]
    [InlineData("""{"conversation":{"id":".."}}""")]
    [InlineData("""{"conversation":{"id":"a\u0000b"}}""")]
    [InlineData("""{"channelId":null}""")]
    [InlineData("""{"serviceUrl":null}""")]
    public async Task A_message_from_nobody_or_nowhere_is_refused(string fields)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await bot.StatusAsync(With(bot.Message(), fields)));
        Assert.Empty(bot.Store.Commits);
    }

    [Theory]
    [InlineData("id")]
    [InlineData("channelId")]
    public async Task A_long_id_is_refused(string name)
    {
        var message = bot.Message();
        message[name] = new string('x', ConversationKey.LongestPart + 1);
        Assert.Equal(HttpStatusCode.BadRequest, await bot.StatusAsync(message));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_over_the_limit_is_refused(bool chunked)
    {
        var message = bot.Message(new string('x', 256 * 1024));
        using HttpContent body = chunked
            ? new StreamContent(new UnknownLength(Encoding.UTF8.GetBytes(message.ToJsonString())))
            : new StringContent(message.ToJsonString());
        using var response = await bot.PostAsync(body);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("\"error\":", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://127.0.0.1.evil.example/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://user@127.0.0.1/")]
    [InlineData("http://127.0.0.1/?q=")]
    [InlineData("no url")]
    public async Task In_local_mode_only_this_machine_is_answered(string serviceUrl)
    {
        var message = bot.Message();
        message["serviceUrl"] = serviceUrl;
        Assert.Equal(HttpStatusCode.Forbidden, await bot.StatusAsync(message));
        Assert.Empty(bot.Store.Commits);
    }

    [Fact]
    public async Task Looking_at_the_address_is_answered_politely()
    {
        using var head = await bot.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/messages"), TestContext.Current.CancellationToken);
        using var get = await bot.Client.GetAsync("/api/messages", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        Assert.Contains("POST", get.Content.Headers.Allow);
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        while (!done())
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    private static JsonObject With(JsonObject activity, string fields)
    {
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject())
            activity[name] = value?.DeepClone();
        return activity;
    }

    private JsonObject Textless(string fields)
    {
        var message = bot.Message();
        message.Remove("text");
        return With(message, fields);
    }

    private async Task<Said> SaidAsync(JsonObject activity)
    {
        using var response = await bot.PostAsync(activity);
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return bot.Store.Commits[^1].Incoming.Said;
    }

    private sealed class UnknownLength(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
