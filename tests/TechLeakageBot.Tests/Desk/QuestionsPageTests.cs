using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Tests.Storage;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Desk;

/// <summary>The questions that the bot could not place.</summary>
public class QuestionsPageTests
{
    [Fact]
    public async Task Without_a_question_it_says_so()
    {
        await using var desk = await StaffedDesk.StartAsync();
        Assert.Contains("表示するものはまだありません。", (await DeskHost.GetAsync(desk.Hers, "/officer/questions")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_stand_first_with_what_was_offered_by_its_name()
    {
        await using var desk = await StaffedDesk.StartAsync();
        await AskAsync(desk, "まだ分からない話", "case.people.sns", "no-such-topic");
        await AskAsync(desk, "<script>alert(1)</script>");

        var (_, html) = await DeskHost.GetAsync(desk.Hers, "/officer/questions");

        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.InRange(html.IndexOf("&lt;script&gt;", StringComparison.Ordinal), 1, html.IndexOf("まだ分からない話", StringComparison.Ordinal));
        Assert.Contains("SNS", html, StringComparison.Ordinal);
        Assert.DoesNotContain("case.people.sns", html, StringComparison.Ordinal);
        Assert.Contains("no-such-topic", html, StringComparison.Ordinal);
    }

    private static async Task AskAsync(StaffedDesk desk, string question, params string[] offered) => await desk.Service<IStore>().CommitAsync(
        Turn.Of(Turn.Key(Guid.NewGuid().ToString("N")), "m", 0, new Effect.RecordQuestion(question, Language.Japanese, offered)), TestContext.Current.CancellationToken);
}
