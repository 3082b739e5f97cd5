using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.SelfCheck;

namespace TechLeakageBot.Tests.SelfCheck;

/// <summary>The self-check in chat beyond the straight way.</summary>
public class CheckDialogTests
{
    private const string First = "measure.first.organization";

    [Theory]
    [InlineData("自己点検")]
    [InlineData("セルフチェックを始める")]
    [InlineData("チェックリストをやりたい")]
    [InlineData("チェックリスト")]
    public void It_begins_at_the_first_item(string text) => new Checker().Say(text).ShowsItem(1);

    [Fact]
    public void It_goes_on_where_the_person_left_off_even_in_another_conversation()
    {
        var checker = new Checker().Say("自己点検").Say("1").Say("2").Say("やめる");
        checker.Shows(Say.CheckStopped, "2", "32");
        checker.Say("自己点検", device: "two").ShowsItem(3);
    }

    [Theory]
    [InlineData("続ける")]
    [InlineData("続き")]
    [InlineData("1")]
    public void A_stopped_one_goes_on_by_word_or_number(string text) => new Checker().Say("自己点検").Say("1").Say("やめる").Say(text).ShowsItem(2);

    [Theory]
    [InlineData("7番", 7)]
    [InlineData("項目32", 32)]
    [InlineData("３番目", 3)]
    [InlineData("item 12", 12)]
    [InlineData("No. 9へ", 9)]
    public void It_jumps_to_an_item(string text, int number)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        Assert.Null(checker.Recorded);
        Assert.Contains($"{number}/32", checker.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_jump_it_goes_on_from_there_and_comes_round_to_what_was_left_out()
    {
        var checker = new Checker().Say("自己点検").Say("32番").Say("はい");
        Assert.Equal("measure.research.access", checker.Recorded?.Item);
        checker.ShowsItem(1);
    }

    [Theory]
    [InlineData("3番、実施済みに直したい", 3, CheckAnswer.Yes)]
    [InlineData("項目5を「一部」に変更", 5, CheckAnswer.Partly)]
    [InlineData("項目7はいいえ", 7, CheckAnswer.No)]
    [InlineData("12番 該当なし", 12, CheckAnswer.NotApplicable)]
    [InlineData("項目12をまだに戻して", 12, CheckAnswer.No)]
    [InlineData("2番はい", 2, CheckAnswer.Yes)]
    [InlineData("item 4 partly", 4, CheckAnswer.Partly)]
    [InlineData("item 4: don't know", 4, CheckAnswer.Unknown)]
    public void An_item_is_answered_by_its_number_and_the_place_stays(string text, int number, CheckAnswer answer)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        Assert.Equal((new Checklist(Checker.Knowledge.Handbook).Numbered(number)!.Id, answer), (checker.Recorded?.Item, checker.Recorded?.Answer));
        Assert.Contains("1/32", checker.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("33番")]
    [InlineData("0番")]
    [InlineData("99999999999番")]
    public void An_item_that_is_not_there_is_told_and_the_present_one_shown(string text)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        checker.Shows(Say.CheckNoSuchItem, "32");
        checker.ShowsItem(1);
        Assert.Null(checker.Recorded);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("10")]
    [InlineData("99")]
    public void A_number_without_a_button_is_told(string text)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        checker.Shows(Say.CheckNoSuchNumber, text);
        checker.ShowsItem(1);
        Assert.Null(checker.Recorded);
    }

    [Theory]
    [InlineData("はい、いいえ")]
    [InlineData("うーん")]
    [InlineData("今日はいい天気ですね")]
    [InlineData("まあまあ")]
    [InlineData("うちはまだ規程を作っていないです")]
    [InlineData("規程は作っているところです")]
    public void Words_that_are_no_answer_are_told_and_the_item_waits(string text)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        Assert.Null(checker.Recorded);
        checker.ShowsItem(1);
    }

    [Fact]
    public void Back_goes_to_the_item_before_and_shows_what_was_answered()
    {
        var checker = new Checker().Say("自己点検").Say("一部").Say("前へ");
        checker.ShowsItem(1);
        Assert.Contains("いまの回答: 一部できている", checker.Shown, StringComparison.Ordinal);
        checker.Say("前へ").Shows(Say.CheckAtFirst);
        checker.Say("できている").ShowsItem(2);
        Assert.Equal(CheckAnswer.Yes, checker.Check.Find(First)?.Answer);
        Assert.Equal(1, Assert.Single(checker.Check.Sheets[0].Counts).Persons);
    }

    [Fact]
    public void Skipped_items_come_again_at_the_end()
    {
        var checker = new Checker().Say("自己点検").Say("飛ばす");
        checker.ShowsItem(2);
        for (var i = 2; i <= 32; i++)
            checker.Say("はい");
        checker.ShowsItem(1);
        checker.Say("飛ばす").Shows(Say.CheckLastOpen);
        checker.Say("いいえ").Shows(Say.CheckAllAnswered);
    }

    [Fact]
    public void A_button_of_an_item_that_was_answered_meanwhile_is_stale_and_changes_nothing()
    {
        var checker = new Checker().Say("自己点検").Click("1.1.Yes").Click("1.1.No");
        checker.Shows(Say.CheckStale);
        checker.ShowsItem(2);
        Assert.Null(checker.Recorded);
        Assert.Equal(CheckAnswer.Yes, checker.Check.Find(First)?.Answer);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("1.1.Maybe")]
    [InlineData("1.1.3")]
    [InlineData("...")]
    [InlineData("1.99.Yes")]
    [InlineData("x.y.Yes")]
    public void A_button_that_does_not_fit_is_told(string argument)
    {
        var checker = new Checker().Say("自己点検").Click(argument);
        Assert.Null(checker.Recorded);
        checker.ShowsItem(1);
    }

    [Theory]
    [InlineData("まだ")]
    [InlineData("3")]
    [InlineData("メモ: あとで")]
    public void Words_of_a_device_that_still_shows_an_older_item_reach_no_other_item(string text)
    {
        var checker = new Checker().Say("自己点検", "one").Say("自己点検", "two").Say("はい", "two").Say(text, "one");
        Assert.Null(checker.Recorded);
        checker.Shows(Say.CheckStale);
        checker.ShowsItem(2);
        checker.Say("一部", "one");
        Assert.Equal("measure.first.identify", checker.Recorded?.Item);
    }

    [Theory]
    [InlineData("まだ")]
    [InlineData("3")]
    [InlineData("前へ")]
    public void After_the_round_was_closed_an_answer_to_it_is_told_and_the_next_round_begins(string text)
    {
        var checker = new Checker().Say("自己点検").Say("1").Say("1");
        checker.CloseRound();
        checker.Say(text).Shows(Say.CheckRoundClosed);
        Assert.Null(checker.Recorded);
        checker.ShowsItem(1);
        Assert.Equal(2, checker.Say("はい").Recorded?.Round);
    }

    [Theory]
    [InlineData("一部、本社だけです", "本社だけです", "")]
    [InlineData("一部 メモ：研究所は来年", "研究所は来年", "")]
    [InlineData("一部（工場のみ）", "工場のみ", "")]
    [InlineData("一部できている。手順書は https://wiki.example.co.jp/a?b=1 です", "手順書は   です", "https://wiki.example.co.jp/a?b=1")]
    [InlineData("一部 https://wiki.example.co.jp/a", "", "https://wiki.example.co.jp/a")]
    [InlineData("partly, only at headquarters", "only at headquarters", "")]
    public void An_answer_may_bring_a_note_and_a_link(string text, string note, string link)
    {
        var answer = new Checker().Say("自己点検").Say(text).Recorded;
        Assert.Equal((CheckAnswer.Partly, note.Replace(" ", "", StringComparison.Ordinal), link), (answer?.Answer, answer?.Note.Replace(" ", "", StringComparison.Ordinal), answer?.Link));
    }

    [Fact]
    public void A_note_and_a_link_follow_the_answer_and_stay_when_it_changes()
    {
        var checker = new Checker().Say("自己点検").Say("一部").Say("メモ: 本社のみ");
        Assert.Equal((First, CheckAnswer.Partly, "本社のみ"), (checker.Recorded?.Item, checker.Recorded?.Answer, checker.Recorded?.Note));
        checker.Shows(Say.CheckNoted, "1");
        checker.Say("https://wiki.example.co.jp/a");
        Assert.Equal((First, "本社のみ", "https://wiki.example.co.jp/a"), (checker.Recorded?.Item, checker.Recorded?.Note, checker.Recorded?.Link));
        checker.ShowsItem(2);
        checker.Say("1番").Say("メモ: 監査済み");
        Assert.Equal((First, "本社のみ\n監査済み"), (checker.Recorded?.Item, checker.Recorded?.Note));
        checker.Say("1番 できている");
        Assert.Equal((CheckAnswer.Yes, "本社のみ\n監査済み", "https://wiki.example.co.jp/a"), (checker.Recorded?.Answer, checker.Recorded?.Note, checker.Recorded?.Link));
    }

    [Fact]
    public void In_English_two_sentences_stand_apart() =>
        Assert.Contains("Item 1 is recorded as “Partly”. What you added is kept too.", new Checker(Language.English).Say("self-check").Say("partly, only here").Shown, StringComparison.Ordinal);

    [Fact]
    public void A_note_before_any_answer_is_told() => new Checker().Say("自己点検").Say("メモ: 本社のみ").Shows(Say.CheckNoteFirst);

    [Theory]
    [InlineData("一部 javascript://alert(1)")]
    [InlineData("一部 リンク: javascript:alert(1)")]
    [InlineData("一部 ftp://files.example.co.jp/a")]
    [InlineData("一部 https://tanaka:secret@wiki.example.co.jp/")]
    [InlineData("一部 file:///etc/passwd")]
    public void A_link_that_cannot_be_kept_is_told_and_nothing_recorded(string text)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        checker.Shows(Say.CheckLinkWrong);
        checker.ShowsItem(1);
        Assert.Null(checker.Recorded);
    }

    [Fact]
    public void What_is_too_long_is_told_and_nothing_recorded()
    {
        var checker = new Checker().Say("自己点検").Say($"一部 メモ: {new string('図', Settlement.LongestNote + 1)}");
        checker.Shows(Say.CheckNoteTooLong, "500");
        Assert.Null(checker.Recorded);
        checker.Say($"一部 https://example.co.jp/{new string('a', Settlement.LongestLink)}").Shows(Say.CheckLinkWrong);
        Assert.Null(checker.Recorded);
    }

    [Fact]
    public void Secrets_in_a_note_are_masked_and_that_is_told()
    {
        var checker = new Checker().Say("自己点検").Say("一部、担当は tanaka@example.co.jp です");
        Assert.DoesNotContain("tanaka@example.co.jp", checker.Recorded?.Note, StringComparison.Ordinal);
        Assert.Contains("●●●", checker.Recorded?.Note, StringComparison.Ordinal);
        Assert.Contains(Checker.Word(Say.MaskedMail, Language.Japanese), checker.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("LinkedInで知り合った人に未公開の設計図面をメールで送ってしまいました")]
    [InlineData("退職した社員がサーバーから図面データを大量に持ち出していました")]
    public void Something_serious_is_a_consultation_and_the_place_is_kept(string text)
    {
        var checker = new Checker().Say("自己点検").Say("1").Say(text);
        Assert.Null(checker.Recorded);
        Assert.IsType<Stage.Consulting>(checker.State().Stage);
        Assert.Contains(checker.Effects, effect => effect is Effect.Record);
        checker.Shows(Say.CheckPlaceKept, "2");
        checker.Say("自己点検").ShowsItem(2);
    }

    [Fact]
    public void A_question_in_between_is_answered_and_the_item_still_waits()
    {
        var checker = new Checker().Say("自己点検").Say("秘密保持契約には何を書けばいいですか");
        Assert.Null(checker.Recorded);
        Assert.Equal(First, checker.Say("はい").Recorded?.Item);
    }

    [Theory]
    [InlineData("結果")]
    [InlineData("達成率は何％？")]
    [InlineData("結果を見せて")]
    public void The_results_show_areas_and_rounds_as_bars(string text)
    {
        var checker = new Checker().Say("自己点検").Say("はい").Say("一部").Say("まだ");
        checker.CloseRound();
        checker.Say("自己点検").Say("はい").Say(text);
        Assert.Contains("▓▓▓▓▓▓▓▓▓▓ 全体 100%（1/32項目に答え）", checker.Shown, StringComparison.Ordinal);
        Assert.Contains("▓▓▓▓▓░░░░░ 第1回（1970-01-01） 50%（3/32項目に答え）", checker.Shown, StringComparison.Ordinal);
        Assert.Contains("░░░░░░░░░░ 共同研究 –（0/8項目に答え）", checker.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void The_results_name_the_next_actions_with_their_pages_and_who_sees_to_them()
    {
        var checker = new Checker().Say("自己点検").Say("9番 まだ").Say("1番 まだ");
        var sheet = checker.Check.Sheets[0];
        var vetting = new Checklist(Checker.Knowledge.Handbook).Numbered(9)!;
        checker.Check = checker.Check with { Sheets = [sheet with { Settled = [new Settlement(1, vetting.Id, null, "", "", "購買部 佐藤", "officer", DateTimeOffset.UnixEpoch)] }] };
        checker.Say("結果");
        Assert.Contains($"{vetting.Title.Ja}（ハンドブック p.13, 17、ガイダンス p.164、担当：購買部 佐藤）", checker.Shown, StringComparison.Ordinal);
        Assert.True(checker.Shown.IndexOf(vetting.Title.Ja, StringComparison.Ordinal) < checker.Shown.IndexOf("担当：未定", StringComparison.Ordinal));
    }

    [Fact]
    public void Who_is_forgotten_is_told_what_becomes_of_the_answers()
    {
        var checker = new Checker().Say("自己点検").Say("はい").Say("私のデータを消して").Say("はい");
        Assert.Contains(checker.Effects, effect => effect is Effect.Forget);
        checker.Shows(Say.CheckForgotten);
        Assert.Null(checker.Trainee.Check);
    }

    [Theory]
    [InlineData("help")]
    [InlineData("ヘルプ")]
    public void Help_leaves_the_item_waiting(string text)
    {
        var checker = new Checker().Say("自己点検").Say(text);
        checker.Shows(Say.CheckHelp);
        Assert.Equal(First, checker.Say("はい").Recorded?.Item);
    }
}
