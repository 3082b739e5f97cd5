using System.Text.Json;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Tests.BotFramework;

public sealed class ConnectorTests : IAsyncLifetime
{
    private TestBot bot = null!;

    public async ValueTask InitializeAsync()
    {
        bot = await TestBot.LocalAsync();
        await bot.StatusAsync(bot.Message());
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    [Fact]
    public async Task A_reply_goes_to_the_conversation_below_the_service_address()
    {
        Assert.IsType<SendOutcome.Sent>(await bot.SendAsync());
        var call = bot.Connector.Calls.Single();
        Assert.Equal("/_connector/v3/conversations/19%3Aabc%40thread%3Bmessageid%3D1/activities/m1", call.Target);
        Assert.Equal("", call.Authorization);
        Assert.Equal("message", call.Json.GetProperty("type").GetString());
        Assert.Equal("28:bot", call.Json.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("29:user", call.Json.GetProperty("recipient").GetProperty("id").GetString());
        Assert.Equal("AdaptiveCard", call.Json.GetProperty("attachments")[0].GetProperty("content").GetProperty("type").GetString());
        Assert.False(call.Json.TryGetProperty("text", out _));
    }

    [Fact]
    public async Task A_slash_at_the_end_of_the_service_address_makes_no_difference()
    {
        var message = bot.Message(id: "m2");
        message["serviceUrl"] = bot.Connector.Url + "/";
        await bot.StatusAsync(message);
        await bot.Road.SendAsync(bot.Store.Waiting[^1], TestContext.Current.CancellationToken);
        Assert.EndsWith("/_connector/v3/conversations/19%3Aabc%40thread%3Bmessageid%3D1/activities/m2", bot.Connector.Calls.Single().Target, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_is_sent_is_null()
    {
        var message = bot.Message(id: "m2");
        message.Remove("recipient");
        message["locale"] = null;
        await bot.StatusAsync(message);
        await bot.Road.SendAsync(bot.Store.Waiting[^1] with { Effect = new Effect.Reply(Huge(1)) }, TestContext.Current.CancellationToken);
        Assert.False(HasNull(bot.Connector.Calls.Single().Json));
    }

    [Theory]
    [InlineData(400, false)]
    [InlineData(401, true)]
    [InlineData(403, false)]
    [InlineData(404, false)]
    [InlineData(408, true)]
    [InlineData(409, false)]
    [InlineData(412, true)]
    [InlineData(429, true)]
    [InlineData(500, true)]
    [InlineData(502, true)]
    [InlineData(503, true)]
    [InlineData(504, true)]
    public async Task An_answer_tells_whether_to_try_again(int status, bool again)
    {
        bot.Connector.Answer(status);
        bot.Connector.Answer(status);
        var outcome = await bot.SendAsync();
        Assert.Equal(again, outcome is SendOutcome.Later);
        Assert.Equal(!again, outcome is SendOutcome.Closed);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("999999", 3600)]
    [InlineData("Mon, 01 Jan 2001 00:00:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task The_connectors_word_on_how_long_to_wait_is_heard(string retryAfter, int? seconds)
    {
        bot.Connector.Answer(429, retryAfter);
        var later = Assert.IsType<SendOutcome.Later>(await bot.SendAsync());
        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), later.After);
    }

    [Fact]
    public async Task A_reply_to_a_message_that_is_gone_goes_out_by_itself()
    {
        bot.Connector.Answer(404);
        Assert.IsType<SendOutcome.Sent>(await bot.SendAsync());
        Assert.EndsWith("/activities", bot.Connector.Calls.Last().Target, StringComparison.Ordinal);
        Assert.False(bot.Connector.Calls.Last().Json.TryGetProperty("replyToId", out _));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        bot.Connector.Answer(307, location: bot.Connector.Url + "/elsewhere");
        Assert.IsType<SendOutcome.Closed>(await bot.SendAsync());
        Assert.Single(bot.Connector.Calls);
    }

    [Fact]
    public async Task A_connector_that_is_not_there_may_be_back_later()
    {
        await bot.Connector.DisposeAsync();
        Assert.IsType<SendOutcome.Later>(await bot.SendAsync());
    }

    [Theory]
    [InlineData("""{"kind":"directline-local","conversation":"x"}""")]
    [InlineData("""{"kind":"botframework"}""")]
    [InlineData("C123")]
    [InlineData("")]
    public void Addresses_of_other_channels_are_left_to_them(string address) =>
        Assert.False(bot.Road.Carries(bot.Store.Waiting[0] with { Address = address }));

    [Fact]
    public async Task A_stored_address_that_is_no_longer_allowed_is_not_used()
    {
        var row = bot.Store.Waiting[0];
        var outcome = await bot.Road.SendAsync(row with { Address = row.Address.Replace("127.0.0.1", "evil.example", StringComparison.Ordinal) }, TestContext.Current.CancellationToken);
        Assert.IsType<SendOutcome.Closed>(outcome);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(5_000)]
    public async Task A_long_card_is_shortened_to_what_a_channel_takes(int times)
    {
        await bot.Road.SendAsync(bot.Store.Waiting[0] with { Effect = new Effect.Reply(Huge(times)) }, TestContext.Current.CancellationToken);
        var call = bot.Connector.Calls.Single();
        Assert.InRange(call.Body.Length, 1, 28 * 1024);
        Assert.Contains("Serious", call.Json.GetProperty("attachments")[0].GetProperty("content").GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Tell:1:", call.Json.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_card_that_is_still_too_large_is_shortened_once_more()
    {
        bot.Connector.Answer(413);
        var row = bot.Store.Waiting[0] with { Effect = new Effect.Reply(Huge(100)) };
        Assert.IsType<SendOutcome.Sent>(await bot.Road.SendAsync(row, TestContext.Current.CancellationToken));
        Assert.Equal(2, bot.Connector.Calls.Count);
        Assert.True(bot.Connector.Calls.Last().Body.Length <= 14 * 1024);

        bot.Connector.Answer(413);
        bot.Connector.Answer(413);
        Assert.IsType<SendOutcome.Closed>(await bot.Road.SendAsync(row, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_token_that_the_connector_refuses_is_replaced()
    {
        await using var guarded = await TestBot.GuardedAsync();
        await guarded.StatusAsync(guarded.Message(), guarded.Issuer.Token(guarded.Connector.Url));
        guarded.Connector.Answer(401);
        Assert.IsType<SendOutcome.Later>(await guarded.SendAsync());
        Assert.IsType<SendOutcome.Sent>(await guarded.SendAsync());
        Assert.Equal(["Bearer token-0", "Bearer token-1"], guarded.Connector.Calls.Select(call => call.Authorization));
    }

    private static Card Huge(int times) => new(
        Language.Japanese,
        [
            new Block.Level(Severity.Serious, "Serious"),
            new Block.Paragraph(string.Concat(Enumerable.Repeat("技術流出のおそれがあります。", times))),
            new Block.Lines("今すぐ", [.. Enumerable.Repeat("上司に相談する", times)], LinesKind.DoNow),
            new Block.Draft(string.Concat(Enumerable.Repeat("_*\n", times))),
            new Block.Facts([.. Enumerable.Repeat(new Fact("電話", "03-1234-5678"), times)]),
            new Block.Note(string.Concat(Enumerable.Repeat("p. 12 ", times))),
        ],
        [new Button("伝える", new Choice(Verb.Tell, 1))]);

    private static bool HasNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => element.EnumerateObject().Any(property => HasNull(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HasNull),
        _ => false,
    };
}
