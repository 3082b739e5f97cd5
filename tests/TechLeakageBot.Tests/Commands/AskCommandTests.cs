using System.Text;
using System.Text.Json;
using TechLeakageBot.Commands;
using TechLeakageBot.Tests.Knowledge;

namespace TechLeakageBot.Tests.Commands;

public class AskCommandTests
{
    [Fact]
    public async Task Lines_are_answered_in_their_order()
    {
        var answers = await Ask([.. Enumerable.Range(0, 200).Select(i => JsonSerializer.Serialize(new { id = $"m{i}", text = "図面を送ってしまった" }))]);
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"m{i}"), answers.Select(answer => answer.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task An_answer_holds_the_reading_and_what_a_person_sees_first()
    {
        var answer = (await Ask("""{"id":"1","text":"I sent the unpublished drawings of our Hamamatsu plant to a stranger on LinkedIn"}"""))[0];
        Assert.Equal(("en", "situation", "serious", "bureau.kanto"), (Text(answer, "lang"), Text(answer, "intent"), Text(answer, "severity"), Text(answer, "bureau")));
        Assert.InRange(answer.GetProperty("topics").GetArrayLength(), 1, 5);
        Assert.Equal(
            answer.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("score").GetDouble()).OrderDescending(),
            answer.GetProperty("topics").EnumerateArray().Select(topic => topic.GetProperty("score").GetDouble()));
        Assert.StartsWith("Serious: act now", Text(answer, "answer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_begins_with_an_at_sign_names_no_file() =>
        Assert.Equal(0, await CommandTable.RunAsync(["ask", "@suzuki asked about our product"]));

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("""{"text":"no id"}""")]
    [InlineData("""{"id":5,"text":"a number"}""")]
    [InlineData("""{"id":"\ud800","text":"half a pair"}""")]
    public async Task A_bad_line_is_told_and_the_run_goes_on(string bad)
    {
        var answers = await Ask(bad, """{"id":"next","text":"help"}""");
        Assert.False(string.IsNullOrEmpty(Text(answers[0], "error")));
        Assert.False(answers[0].TryGetProperty("id", out _));
        Assert.Equal("next", Text(answers[1], "id"));
    }

    [Theory]
    [InlineData("""{"id":"x"}""")]
    [InlineData("""{"id":"x","text":null}""")]
    [InlineData("""{"id":"x","text":["a"]}""")]
    [InlineData("""{"id":"x","text":"\ud800"}""")]
    public async Task A_bad_line_with_an_id_is_told_under_it(string bad)
    {
        var answer = Assert.Single(await Ask(bad));
        Assert.Equal("x", Text(answer, "id"));
        Assert.False(answer.TryGetProperty("answer", out _));
    }

    [Fact]
    public async Task A_long_and_an_empty_text_are_answered()
    {
        var answers = await Ask(JsonSerializer.Serialize(new { id = "long", text = new string('図', 1_000_000) }), """{"id":"empty","text":""}""", "", """{"id":"last","text":"👍"}""");
        Assert.Equal(["long", "empty", "last"], answers.Select(answer => Text(answer, "id")));
        Assert.All(answers, answer => Assert.False(string.IsNullOrEmpty(Text(answer, "answer"))));
    }

    private static async Task<List<JsonElement>> Ask(params string[] lines)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        using var output = new MemoryStream();
        await AskCommand.BatchAsync(Shipped.Base, input, output, TestContext.Current.CancellationToken);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonElement.Parse(line))];
    }

    private static string? Text(JsonElement answer, string name) => answer.GetProperty(name).GetString();
}
