using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Dialogs;

public class CommandTests
{
    public static TheoryData<string> Stages => ["idle", "lost", "consulting", "asking", "place", "unsure", "forget"];

    [Theory]
    [MemberData(nameof(Stages))]
    public void Help_changes_nothing(string stage)
    {
        var talk = At(stage);
        var before = talk.Hear("help", Read.Command(Command.Help)).State.Stage;
        Assert.Contains("HelpTitle", talk.Shown, StringComparison.Ordinal);
        Assert.Equal(before, talk.Click(Verb.Help).State.Stage);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Cancel_and_start_over_close_what_is_open(string stage)
    {
        Assert.IsType<Stage.Idle>(At(stage).Hear("cancel", Read.Command(Command.Cancel)).State.Stage);
        Assert.IsType<Stage.Idle>(At(stage).Hear("start over", Read.Command(Command.StartOver)).State.Stage);
        Assert.IsType<Stage.Idle>(At(stage).Click(Verb.StartOver).State.Stage);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void The_language_switches_and_stays(string stage)
    {
        var talk = At(stage).Hear("Japanese", Read.Command(Command.Language));
        Assert.Equal((Language.Japanese, "日LanguageSwitched"), (talk.Profile.Language, talk.Shown.Split('\n')[^1]));
        Assert.Equal(Language.Japanese, talk.Hear("help", Read.Command(Command.Help)).Cards[0].Language);
    }

    [Theory]
    [MemberData(nameof(Stages))]
    public void Forgetting_is_confirmed_first(string stage)
    {
        var talk = At(stage);
        talk.Profile = new Profile(Language.English, "osaka");
        talk.Hear("forget me", Read.Command(Command.Forget));
        Assert.DoesNotContain(talk.Effects, effect => effect is Effect.Forget);
        talk.Hear("yes", Read.Other);
        Assert.Contains(talk.Effects, effect => effect is Effect.Forget);
        Assert.Equal(Profile.New, talk.Profile);
        Assert.IsType<Stage.Idle>(talk.State.Stage);
    }

    [Theory]
    [InlineData("switch to English", Language.English)]
    [InlineData("英語でお願いします", Language.English)]
    [InlineData("answer in Japanese please", Language.Japanese)]
    [InlineData("日本語で", Language.Japanese)]
    public void A_wish_for_a_language_is_that_language_however_often_it_is_said(string text, Language wished)
    {
        foreach (var written in Enum.GetValues<Language>())
        {
            var talk = new Talk { State = Conversation.New with { Language = written } };
            for (var twice = 0; twice < 2; twice++)
                Assert.Equal(wished, talk.Hear(text, Read.Command(Command.Language) with { Language = written }).Profile.Language);
        }
    }

    [Fact]
    public void A_declined_deletion_goes_on_with_the_matter()
    {
        var talk = At("consulting").Hear("forget me", Read.Command(Command.Forget)).Click(Verb.Forget, 0, "no");
        Assert.Equal(1, talk.Matter.Number);
    }

    [Fact]
    public void A_forget_button_of_earlier_forgets_nothing()
    {
        var talk = At("consulting").Click(Verb.Forget, 0, "yes");
        Assert.Contains("StaleButton", talk.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain(talk.Effects, effect => effect is Effect.Forget);
    }

    [Fact]
    public void Status_tells_whether_the_matter_was_reported()
    {
        var status = Read.Command(Command.Status);
        Assert.Contains("StatusNothing", At("idle").Hear("status", status).Shown, StringComparison.Ordinal);
        Assert.Contains("StatusNothing", At("consulting").Hear("status", status).Shown, StringComparison.Ordinal);
        Assert.Contains("StatusReported", At("consulting").Click(Verb.Tell, argument: "send").Hear("status", status).Shown, StringComparison.Ordinal);
        Assert.Contains("StatusReported", At("consulting").Click(Verb.Tell, argument: "send").Hear("?", Read.Unsure).Hear("status", status).Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t")]
    [InlineData("？！…")]
    [InlineData("👍")]
    public void A_text_without_words_opens_nothing(string text)
    {
        var talk = new Talk().Hear(text, Read.Serious());
        Assert.Contains("NotUnderstood", talk.Shown, StringComparison.Ordinal);
        Assert.Empty(talk.Reports);
    }

    /// <summary>No theory: the compiler writes half a pair in an attribute as something else.</summary>
    [Fact]
    public void Half_a_surrogate_pair_opens_nothing() => A_text_without_words_opens_nothing("\ud800");

    [Fact]
    public void Files_are_not_opened() => Assert.Contains("FilesNotOpened", new Talk().Turn(new Said.Files(), null).Shown, StringComparison.Ordinal);

    [Fact]
    public void Somebody_who_joins_is_greeted_in_their_language() =>
        Assert.StartsWith("日GreetingTitle", new Talk().Turn(new Said.Joined(Language.Japanese), null).Shown, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("Nothing:1:")]
    [InlineData("Tell")]
    [InlineData("Tell:99999999999999999999:")]
    [InlineData("{\"verb\":\"Tell\"}")]
    public void An_unknown_click_is_answered(string encoded) =>
        Assert.Contains("NotUnderstood", new Talk().Turn(new Said.Click(encoded), null).Shown, StringComparison.Ordinal);

    [Theory]
    [InlineData("Tell:7:")]
    [InlineData("Answer:1:WhatWentOut.Accepted")]
    [InlineData("Answer:1:Site.Nothing")]
    [InlineData("Answer:1:...")]
    [InlineData("Pick:0:no.such.topic")]
    [InlineData("More:1:")]
    [InlineData("Pick:0:")]
    public void A_button_that_does_not_fit_is_stale(string encoded)
    {
        var talk = At("consulting");
        var before = talk.Matter;
        Assert.Contains("StaleButton", talk.Turn(new Said.Click(encoded), null).Shown, StringComparison.Ordinal);
        Assert.Same(before, talk.Matter);
        Assert.Empty(talk.Reports);
    }

    [Fact]
    public void An_unreadable_state_begins_with_an_apology_and_still_answers()
    {
        var talk = new Talk { State = Conversation.Unreadable }.Hear("a", Read.Serious());
        Assert.StartsWith("StateLost", talk.Shown, StringComparison.Ordinal);
        Assert.Single(talk.Reports);
    }

    [Fact]
    public void A_matter_about_a_topic_that_is_gone_is_lost_politely()
    {
        var talk = At("consulting");
        talk.State = talk.State with { Stage = new Stage.Consulting(talk.Matter with { Topic = "case.gone" }) };
        Assert.StartsWith("StateLost", talk.Click(Verb.Answer, 1, "WhatWentOut.NotPublic").Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unsure_question_offers_three_topics_and_none_of_them()
    {
        var talk = new Talk().Hear("Bluebird?", Read.Unsure);
        Assert.Equal([Known.Sns, Known.Spy, Known.Rules, "NoneOfThese"], talk.Cards[0].Buttons.Select(button => button.Label));
    }

    [Theory]
    [InlineData("4")]
    [InlineData("NoneOfThese")]
    [InlineData("no")]
    [InlineData("どれでもない")]
    public void None_of_these_records_the_masked_question(string answer)
    {
        var talk = new Talk().Hear("Bluebird of eve@example.com?", Read.Unsure).Hear(answer, Read.Other);
        Assert.Equal("●●● of ●●●?", Assert.Single(talk.Effects.OfType<Effect.RecordQuestion>()).Question);
        Assert.IsType<Stage.Idle>(talk.State.Stage);
    }

    [Fact]
    public void An_unsure_question_keeps_the_matter_open()
    {
        var talk = At("consulting").Hear("?a", Read.Unsure).Click(Verb.Tell, argument: "send");
        Assert.Single(talk.Reports);
        Assert.Equal(1, talk.Hear("He asked more", Read.Caution(Signal.Asked)).Matter.Number);
    }

    [Fact]
    public void A_long_text_is_told_that_it_was_cut() =>
        Assert.EndsWith("TextCut", new Talk().Hear("a", Read.Info() with { Cut = true }).Shown, StringComparison.Ordinal);

    private static Talk At(string stage)
    {
        var talk = new Talk();
        return stage switch
        {
            "lost" => new Talk { State = Conversation.Unreadable with { Language = Language.English } },
            "consulting" => talk.Hear("He asked", Read.Caution(Signal.NotGiven)),
            "asking" => talk.Hear("He asked", Read.Caution(Signal.Asked)),
            "place" => talk.Hear("Where?", Read.Contacts()),
            "unsure" => talk.Hear("a", Read.Unsure),
            "forget" => talk.Hear("forget me", Read.Command(Command.Forget)),
            _ => talk,
        };
    }
}
