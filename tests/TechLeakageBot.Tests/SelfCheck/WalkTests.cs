using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Tests.SelfCheck;

/// <summary>Every item of the checklist, answered with every answer, by text alone.</summary>
public class WalkTests
{
    private const int LargestCard = 28_000;

    public static TheoryData<Language, CheckAnswer> Walks
    {
        get
        {
            var walks = new TheoryData<Language, CheckAnswer>();
            foreach (var answer in Enum.GetValues<CheckAnswer>())
            {
                walks.Add(Language.Japanese, answer);
                walks.Add(Language.English, answer);
            }

            return walks;
        }
    }

    [Theory]
    [MemberData(nameof(Walks))]
    public void All_items_are_asked_in_order_and_take_the_answer_by_number_label_and_word(Language language, CheckAnswer answer)
    {
        var (checker, items) = (new Checker(language), new Checklist(Checker.Knowledge.Handbook).Items);
        Assert.Equal(32, items.Count);
        checker.Say(language == Language.Japanese ? "自己点検" : "self-check");
        foreach (var item in items)
        {
            checker.ShowsItem(item.Number);
            Assert.Contains(string.Join(", ", item.GuidancePages), checker.Shown, StringComparison.Ordinal);
            Assert.All(checker.Cards, card => Assert.InRange(AdaptiveCardRenderer.Render(card).Length, 1, LargestCard));
            checker.Say(Spoken(answer, language, item.Number));
            Assert.Equal((item.Id, answer), (checker.Recorded?.Item, checker.Recorded?.Answer));
        }

        checker.Shows(Say.CheckAllAnswered);
        Assert.Equal(32, checker.Check.Own.Count);
        var whole = Coverage.Of(Assert.Single(checker.Check.Sheets).States(new Checklist(Checker.Knowledge.Handbook)));
        Assert.Equal(answer switch { CheckAnswer.Yes => 100, CheckAnswer.Partly => 50, CheckAnswer.NotApplicable => (int?)null, _ => 0 }, whole.Percent);
        Assert.Equal(answer is CheckAnswer.Yes or CheckAnswer.NotApplicable ? 0 : 3, checker.Cards[^1].Blocks.OfType<Block.Lines>().Sum(lines => lines.Items.Count));
        Assert.InRange(AdaptiveCardRenderer.Render(checker.Cards[^1]).Length, 1, LargestCard);
    }

    private static string Spoken(CheckAnswer answer, Language language, int way) => (way % 3) switch
    {
        0 => $"{(int)answer + 1}",
        1 => Checker.Word(CheckWording.Of(answer), language),
        _ => (answer, language) switch
        {
            (CheckAnswer.Yes, Language.Japanese) => "はい",
            (CheckAnswer.Partly, Language.Japanese) => "一部です。",
            (CheckAnswer.No, Language.Japanese) => "できていません",
            (CheckAnswer.NotApplicable, Language.Japanese) => "対象外",
            (CheckAnswer.Unknown, Language.Japanese) => "分かりません",
            (CheckAnswer.Yes, _) => "Done.",
            (CheckAnswer.Partly, _) => "in progress",
            (CheckAnswer.No, _) => "no",
            (CheckAnswer.NotApplicable, _) => "n/a",
            _ => "not sure",
        },
    };
}
