using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Tests.Dialogs;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Training;

public class DrillDialogTests
{
    private readonly Talk talk = new();

    [Fact]
    public void The_first_card_shows_a_role_play_its_setting_and_every_answer()
    {
        Begin("call");
        var card = Assert.Single(talk.Cards);
        Assert.Contains(new Block.Paragraph("call setting"), card.Blocks);
        Assert.Contains(new Block.Heading("DrillContact"), card.Blocks);
        Assert.Contains(new Block.Draft("hello says"), card.Blocks);
        var answers = Assert.Single(card.Blocks.OfType<Block.Lines>()).Items;
        Assert.Equal(Drills.Call.Steps[0].Replies.Select(reply => reply.Text.En).Order(), answers.Select(answer => answer[3..]).Order());
        Assert.Equal(["A", "B", "C", "D", "DrillStopButton"], card.Buttons.Select(button => button.Label));
        Assert.All(card.Buttons, button => Assert.Equal(button.Choice, Choice.Decode(button.Choice.Encode())));
    }

    [Fact]
    public void Words_are_judged_and_it_is_said_what_they_were_taken_for()
    {
        Begin("call").Hear("who are you, please?", Read.Other);
        Assert.Contains("again says", talk.Shown, StringComparison.Ordinal);
        Assert.Contains("DrillTaken", talk.Shown, StringComparison.Ordinal);
        Assert.Equal([new DrillMove("hello", Act.Asked)], talk.Trainee.Drill!.Moves);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Words_that_are_no_answer_are_asked_back_with_the_same_step_and_whether_they_are_real(bool tellsOfSomething)
    {
        Begin("call");
        var (before, offered) = (talk.Trainee, talk.State.Offered);
        talk.Hear("nice weather today", tellsOfSomething ? Read.Serious() : Read.Other);
        Assert.Contains(tellsOfSomething ? "DrillMayBeReal" : "DrillAskBack", talk.Shown, StringComparison.Ordinal);
        Assert.Contains("hello says", talk.Shown, StringComparison.Ordinal);
        Assert.Equal(before, talk.Trainee);
        Assert.Equal(offered, talk.State.Offered);
        Assert.Empty(talk.Incidents);
    }

    [Fact]
    public void Text_alone_is_enough_by_number_by_letter_and_by_the_answers_own_words()
    {
        Begin("call");
        Turn($"{1 + talk.State.Offered.ToList().FindIndex(button => button.Choice.Argument.EndsWith("Gave", StringComparison.Ordinal))}");
        Assert.Equal("more", talk.Trainee.Drill!.Step);
        Turn("戻る");
        Turn(talk.State.Offered.Single(button => button.Choice.Argument.EndsWith("Gave", StringComparison.Ordinal)).Label.ToLowerInvariant());
        Assert.Equal("more", talk.Trainee.Drill!.Step);
        Turn("asked TO last");
        Assert.Equal("last", talk.Trainee.Drill!.Step);
        Turn("9");
        Assert.Equal("last", talk.Trainee.Drill!.Step);
    }

    [Fact]
    public void The_debrief_tells_for_each_step_what_went_out_the_sign_and_a_better_sentence()
    {
        Begin("call");
        Pick(Act.Gave);
        Pick(Act.Declined);
        Assert.Equal((null, DrillResult.Partly), (talk.Trainee.Drill, talk.Trainee.Drills["call"]));
        foreach (var expected in new[] { "DrillPartly", "stopped text", "stopped lesson", "DrillGaveWhat", "DrillGaveNothing", "Source", "DrillAgainButton", "DrillOtherButton" })
            Assert.Contains(expected, talk.Shown, StringComparison.Ordinal);
        Assert.Equal(2, talk.Cards[0].Blocks.OfType<Block.Lines>().Count(lines => lines.Title == "DrillPassed"));
        Assert.IsType<Stage.Idle>(talk.State.Stage);
    }

    [Fact]
    public void The_best_result_of_a_drill_is_kept()
    {
        Begin("visit");
        Pick(Act.Declined);
        Assert.Equal(DrillResult.Safe, talk.Trainee.Drills["visit"]);
        Begin("visit");
        Pick(Act.Gave);
        Assert.Equal(DrillResult.Safe, talk.Trainee.Drills["visit"]);
        Assert.Contains("DrillLeak", talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_button_of_an_earlier_step_or_run_counts_for_nothing()
    {
        Begin("call");
        var first = talk.State.Offered.Single(button => button.Choice.Argument.EndsWith("Gave", StringComparison.Ordinal)).Choice;
        Pick(Act.Asked);
        var before = talk.Trainee;
        Click(first);
        Assert.Contains("DrillMovedOn", talk.Shown, StringComparison.Ordinal);
        Assert.Contains("again says", talk.Shown, StringComparison.Ordinal);
        Assert.Equal(before, talk.Trainee);
        Pick(Act.Asked);
        Click(first);
        Assert.Contains("DrillNotUnderWay", talk.Shown, StringComparison.Ordinal);
        Begin("call");
        Click(first);
        Assert.Contains("DrillMovedOn", talk.Shown, StringComparison.Ordinal);
        Assert.Empty(talk.Trainee.Drill!.Moves);
    }

    [Theory]
    [InlineData("answer.1.hello.Given")]
    [InlineData("answer.1.hello.0")]
    [InlineData("answer.1.nowhere.Gave")]
    [InlineData("answer.hello.Gave")]
    [InlineData("new.9.nowhere")]
    [InlineData("nonsense")]
    [InlineData("list.x")]
    [InlineData("")]
    public void A_button_that_was_never_shown_changes_nothing(string argument)
    {
        Begin("call");
        var before = talk.Trainee;
        talk.Click(Verb.Drill, 0, argument);
        Assert.Equal(before, talk.Trainee);
        Assert.NotEmpty(talk.Cards);
    }

    [Fact]
    public void Another_device_shows_the_same_run_and_words_under_an_older_step_are_no_answer()
    {
        Begin("call");
        var other = new Talk { Trainee = talk.Trainee };
        other.Hear("続き", Read.Other);
        Assert.Contains("hello says", other.Shown, StringComparison.Ordinal);
        Pick(Act.Gave);
        other.Trainee = talk.Trainee;
        other.Hear("here is the drawing", Read.Serious());
        Assert.Contains("DrillMovedOn", other.Shown, StringComparison.Ordinal);
        Assert.Contains("more says", other.Shown, StringComparison.Ordinal);
        Assert.Equal([new DrillMove("hello", Act.Gave)], other.Trainee.Drill!.Moves);
        other.Hear("I must decline", Read.Other);
        Assert.Equal(DrillResult.Partly, other.Trainee.Drills["call"]);
    }

    [Fact]
    public void Words_for_a_drill_that_ended_on_another_device_become_no_report()
    {
        Begin("call");
        talk.Trainee = talk.Trainee with { Drill = null };
        talk.Hear("here is the drawing", Read.Serious());
        Assert.Contains("DrillOverElsewhere", talk.Shown, StringComparison.Ordinal);
        Assert.Empty(talk.Incidents);
        talk.Hear("here is the drawing", Read.Serious());
        Assert.Single(talk.Incidents);
    }

    [Fact]
    public void A_drill_taken_out_meanwhile_ends_without_a_result_and_loses_no_other()
    {
        Begin("visit");
        Pick(Act.Declined);
        Begin("call");
        var bereft = new Talk(Drills.Knowing(Drills.Visit)) { State = talk.State, Trainee = talk.Trainee };
        bereft.Hear("I must decline", Read.Other);
        Assert.Contains("DrillGone", bereft.Shown, StringComparison.Ordinal);
        Assert.Null(bereft.Trainee.Drill);
        Assert.Equal(["visit"], bereft.Trainee.Drills.Keys);
        Assert.IsType<Stage.Idle>(bereft.State.Stage);
    }

    [Fact]
    public void A_drill_whose_path_was_edited_meanwhile_begins_again()
    {
        Begin("call");
        Pick(Act.Gave);
        var edited = Drills.Call with { Steps = [Drills.Step("hello", Drills.To(Act.Gave, "again"), Drills.End("safe", Act.Asked, Act.Paused, Act.Declined, Act.Referred, Act.Reported)), .. Drills.Call.Steps.Skip(1)] };
        var revised = new Talk(Drills.Knowing(edited)) { State = talk.State, Trainee = talk.Trainee };
        revised.Hear("I must decline", Read.Other);
        Assert.Contains("DrillEdited", revised.Shown, StringComparison.Ordinal);
        Assert.Contains("hello says", revised.Shown, StringComparison.Ordinal);
        Assert.Equal((2, "hello", 0), (revised.Trainee.Drill!.Number, revised.Trainee.Drill.Step, revised.Trainee.Drill.Moves.Count));
        Assert.Empty(revised.Trainee.Drills);
    }

    [Fact]
    public void An_edit_of_words_alone_interrupts_nobody()
    {
        Begin("call");
        Pick(Act.Gave);
        var reworded = Drills.Call with { Steps = [.. Drills.Call.Steps.Select(step => step with { Says = new Bilingual("新", "new words"), Replies = [.. step.Replies.Reverse()] })] };
        var revised = new Talk(Drills.Knowing(reworded)) { State = talk.State, Trainee = talk.Trainee };
        revised.Hear("who are you", Read.Other);
        Assert.Equal("last", revised.Trainee.Drill!.Step);
        Assert.Contains("new words", revised.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("やめる")]
    [InlineData("cancel")]
    [InlineData("DrillStopButton")]
    public void A_drill_that_is_left_goes_on_at_the_same_step_in_the_same_order(string word)
    {
        Begin("call");
        Pick(Act.Asked);
        var offered = talk.State.Offered;
        Turn(word);
        Assert.Contains("DrillStopped", talk.Shown, StringComparison.Ordinal);
        Assert.IsType<Stage.Idle>(talk.State.Stage);
        talk.State = talk.State with { Language = Language.English };
        talk.Hear("続き", Read.Other);
        Assert.Contains("again says", talk.Shown, StringComparison.Ordinal);
        Assert.Contains("call setting", talk.Shown, StringComparison.Ordinal);
        Assert.Equal(offered, talk.State.Offered);
    }

    [Fact]
    public void An_answer_can_be_taken_back()
    {
        Begin("call");
        Pick(Act.Gave);
        Turn("戻る");
        Assert.Contains("hello says", talk.Shown, StringComparison.Ordinal);
        Assert.Empty(talk.Trainee.Drill!.Moves);
        Turn("back");
        Assert.Equal("hello", talk.Trainee.Drill!.Step);
    }

    [Theory]
    [InlineData("相談：図面を送ってしまいました", "図面を送ってしまいました")]
    [InlineData("相談 図面を送ってしまいました", "図面を送ってしまいました")]
    [InlineData("REAL: I sent the drawing", "I sent the drawing")]
    public void A_real_matter_is_told_in_the_middle_of_a_drill(string text, string told)
    {
        Begin("call");
        talk.Hear(text, Read.Serious(Reason.Out, Signal.Given));
        Assert.Equal(told, Assert.Single(talk.Incidents).Value.Summary);
        Assert.Equal("hello", talk.Trainee.Drill!.Step);
        Assert.IsType<Stage.Consulting>(talk.State.Stage);
        talk.Hear("続き", Read.Other);
        Assert.Contains("hello says", talk.Shown, StringComparison.Ordinal);
        Assert.NotNull(((Stage.Practising)talk.State.Stage).Matter);
    }

    [Theory]
    [InlineData("相談してからお断りします")]
    [InlineData("Really, I must decline")]
    public void An_answer_that_begins_alike_is_no_real_matter(string text)
    {
        Begin("call").Hear(text, Read.Serious());
        Assert.Empty(talk.Incidents);
        Assert.Equal(DrillResult.Safe, talk.Trainee.Drills["call"]);
    }

    [Fact]
    public void The_word_alone_pauses_the_drill_and_asks_what_happened()
    {
        Begin("call").Hear("相談", Read.Other);
        Assert.Contains("DrillAskReal", talk.Shown, StringComparison.Ordinal);
        talk.Hear("I sent it", Read.Serious());
        Assert.Single(talk.Incidents);
    }

    [Fact]
    public void Help_is_shown_and_the_drill_still_waits()
    {
        Begin("call").Hear("ヘルプ", Read.Command(Command.Help));
        Assert.Contains("HelpTitle", talk.Shown, StringComparison.Ordinal);
        talk.Hear("who are you", Read.Other);
        Assert.Contains("again says", talk.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drill_begun_in_the_middle_of_another_asks_first_and_a_second_click_gives_up_no_second_run()
    {
        Begin("call");
        Pick(Act.Gave);
        Begin("visit");
        Assert.Contains("DrillUnfinished", talk.Shown, StringComparison.Ordinal);
        Assert.Equal("call", talk.Trainee.Drill!.Drill);
        var instead = talk.State.Offered.Single(button => button.Label == "DrillInsteadButton").Choice;
        Click(instead);
        Assert.Equal(("visit", 2), (talk.Trainee.Drill!.Drill, talk.Trainee.Drill.Number));
        Click(instead);
        Assert.Equal(2, talk.Trainee.Drill!.Number);
    }

    [Fact]
    public void Beginning_the_drill_under_way_goes_on_with_it()
    {
        Begin("call");
        Pick(Act.Gave);
        Begin("call");
        Assert.Contains("more says", talk.Shown, StringComparison.Ordinal);
        Assert.Equal(1, talk.Trainee.Runs);
    }

    [Fact]
    public void The_course_of_a_run_is_told_when_it_ends()
    {
        var dialog = new DrillDialog(Known.Base);
        var turn = dialog.Begin(Turn(), "visit", "basics.2");
        Assert.Equal("basics.2", turn.Trainee.Drill!.Course);
        var outcome = dialog.Do(turn, new Choice(Verb.Drill, 0, "answer.1.door.Reported"));
        Assert.Equal((DrillResult.Safe, "visit", "basics.2"), (outcome.Ended, outcome.Drill, outcome.Course));
        var again = outcome.Turn.End(null).Next.Offered[0].Choice;
        Assert.Equal("basics.2", dialog.Do(outcome.Turn, again).Turn.Trainee.Drill!.Course);
    }

    [Fact]
    public void The_list_offers_the_run_under_way_and_marks_what_was_played()
    {
        Begin("visit");
        Pick(Act.Declined);
        Begin("call");
        talk.Click(Verb.Drill, 0, "list");
        Assert.Equal(["DrillContinueWith", "call title", "DrillDone"], talk.State.Offered.Select(button => button.Label));
        talk.Click(Verb.Drill, 0, "list.2147483647");
        Assert.Equal(3, talk.State.Offered.Count);
    }

    [Fact]
    public void A_long_list_is_turned_page_by_page()
    {
        Drill[] many = [.. Enumerable.Range(10, 17).Select(i => Drills.Visit with { Id = $"visit-{i}" })];
        var paged = new Talk(Drills.Knowing(many));
        var shown = new List<string>();
        paged.Click(Verb.Drill, 0, "list");
        for (var page = 0; page < 3; page++)
        {
            Assert.InRange(paged.State.Offered.Count, 1, 9);
            shown.AddRange(paged.State.Offered.Select(button => button.Choice.Argument).Where(argument => argument.StartsWith("begin", StringComparison.Ordinal)));
            paged.Turn(new Said.Click(paged.State.Offered[^1].Choice.Encode()), null);
        }

        Assert.Equal(many.Select(drill => $"begin.{drill.Id}"), shown);
    }

    [Fact]
    public void Both_languages_are_spoken_in_one_run()
    {
        talk.Profile = new Profile(Language.Japanese);
        Begin("call");
        Assert.Contains(new Block.Draft("日hello says"), talk.Cards[0].Blocks);
        talk.Click(Verb.Language, 0);
        talk.Hear("続き", Read.Other);
        Assert.Contains(new Block.Draft("hello says"), talk.Cards[0].Blocks);
    }

    private Talk Begin(string drill) => talk.Click(Verb.Drill, 0, $"begin.{drill}");

    private void Turn(string text) => talk.Hear(text, Read.Other);

    private void Click(Choice choice) => talk.Turn(new Said.Click(choice.Encode()), null);

    private void Pick(Act act)
    {
        var run = talk.Trainee.Drill!;
        var reply = Known.Base.Curriculum.Drill(run.Drill)!.Step(run.Step)!.For(act)!;
        Click(talk.State.Offered.Single(button => button.Choice.Argument.EndsWith(reply.Acts[0].ToString(), StringComparison.Ordinal)).Choice);
    }

    private static DialogTurn Turn() => new(Conversation.New, Profile.New, Language.English, Scene.Alone);
}
