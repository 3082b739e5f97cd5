using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Tests.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Dialogs;

/// <summary>What a reporter reads and does.</summary>
public class ReporterTests
{
    private static readonly Company AsksFirst = Samples.Company with { Escalation = Escalation.Default with { AskFirst = true } };

    [Fact]
    public void A_serious_matter_is_reported_by_itself_and_says_so_with_the_number()
    {
        var knowledge = Known.Of(Samples.Company);
        var talk = new Talk(knowledge with { Phrases = With(Say.Reported, "{0} told: {1}") }) { Profile = new Profile(SiteId: "hamamatsu") };
        talk.Hear("I sent it", Read.Serious());
        Assert.Contains("Yamada told: TL-2026-0001", talk.Shown, StringComparison.Ordinal);
        Assert.Equal([(Audience.Officer, Road.Chat), (Audience.Officer, Road.Mail)], talk.Alerts().Select(alert => (alert.To, alert.Road)));
        Assert.Equal(["TL-2026-0001"], talk.Profile.Incidents!);
        talk.HidesFrom(Say.AskToTell);
    }

    [Fact]
    public void Where_the_company_wants_it_the_person_is_asked_first()
    {
        var story = new Story(AsksFirst);
        story.Reporter.Hear("I sent it", Read.Serious());
        Assert.Equal(0, story.Count);
        story.Reporter.Shows(Say.AskToTell);
        story.Reporter.HidesFrom(Say.Reported);
        story.Reporter.Click(Verb.Tell).Click(Verb.Tell, argument: "send").Shows(Say.Reported);
        Assert.Equal("I sent it", story.Incident.Summary);
    }

    [Fact]
    public void What_was_told_of_once_is_told_of_further_without_asking()
    {
        var story = new Story(AsksFirst);
        story.Reporter.Hear("I sent it", Read.Serious()).Click(Verb.Tell, argument: "send").Hear("he took money", Read.Serious(Reason.Compromised));
        Assert.Equal([Reason.Out, Reason.Compromised], story.Incident.Reasons);
    }

    [Fact]
    public void What_is_sent_was_shown_before_word_for_word()
    {
        var story = new Story();
        var preview = story.Reporter.Hear("He asked for Bluebird", Read.Caution(Signal.Given)).Click(Verb.Tell).Cards[0];
        Assert.Equal(0, story.Count);
        story.Reporter.Click(Verb.Tell, argument: "send");
        var alert = new IncidentCards(Known.Of(Samples.Company)).Alert(story.Incident, 1, 0, Language.English);
        Assert.Equal([new Block.Draft("He asked for ●●●")], preview.Blocks.OfType<Block.Draft>());
        Assert.Equal(preview.Blocks.OfType<Block.Draft>(), alert.Blocks.OfType<Block.Draft>());
        var facts = preview.Blocks.OfType<Block.Facts>().Single().Items.Select(fact => fact.Value);
        Assert.Equal(["NameCaution", "Hamamatsu plant", Known.Sns], facts);
        Assert.Equal(Severity.Caution, story.Incident.Level);
        Assert.Equal([(Audience.Officer, Road.Any)], story.Reporter.Alerts().Select(sent => (sent.To, sent.Road)));
    }

    [Fact]
    public void Afterwards_the_person_may_read_all_that_was_sent()
    {
        var story = Story.Reported();
        story.Reporter.Hear("also by mail", Read.Caution(Signal.Given)).Click(Verb.Sent);
        Assert.Equal(["I sent it", "also by mail"], story.Reporter.Cards[0].Blocks.OfType<Block.Draft>().Select(draft => draft.Text));
        story.Reporter.Shows(Say.SentIntro);
    }

    [Fact]
    public void Further_words_reach_the_officer()
    {
        var story = Story.Reported();
        story.Reporter.Hear("also he came again", Read.Info());
        Assert.Equal([new IncidentEvent.DetailAdded("also he came again")], story.Reporter.Written());
        Assert.Equal([Audience.Handler], story.Reporter.Alerts().Select(alert => alert.To));
    }

    [Theory]
    [InlineData("1", "AskWhatWentOut AnswerNothing")]
    [InlineData("AnswerPublicOnly", "AskWhatWentOut AnswerPublicOnly")]
    [InlineData("no", "AskWhatWentOut no")]
    public void Answers_to_follow_up_questions_reach_the_officer(string answer, string words)
    {
        var story = new Story();
        story.Reporter.Hear("I told him a bit", Read.Serious(Reason.Out, Signal.GivenALittle));
        Assert.Equal(Question.WhatWentOut, story.Reporter.Matter.Open);
        story.Reporter.Hear(answer, Read.Other);
        Assert.Equal(words, Assert.IsType<IncidentEvent.DetailAdded>(Assert.Single(story.Reporter.Written())).Text);
        Assert.Equal(Severity.Serious, story.Incident.Level);
    }

    [Fact]
    public void A_report_that_turns_out_to_be_another_sites_goes_to_that_sites_officer()
    {
        var story = new Story();
        story.Reporter.Profile = Profile.New;
        story.Reporter.Hear("I sent it", Read.Serious());
        Assert.Equal((Question.Site, "hamamatsu"), (story.Reporter.Matter.Open, story.Incident.SiteId));
        story.Reporter.Hear("At the Osaka sales office, with Bluebird", Read.Other.At("大阪"));
        Assert.Equal([new IncidentEvent.Placed("osaka", "bureau.kinki", "At the Osaka sales office, with ●●●")], story.Reporter.Written());
        Assert.Equal([(Audience.Officer, "osaka"), (Audience.Officer, "osaka")], story.Reporter.Alerts().Select(alert => (alert.To, alert.SiteId)));
        story.Sato.Do("Acknowledge").Shows(Say.ActionDone);
        story.Yamada.Do("Acknowledge").Shows(Say.RefusedNotOfficer);
    }

    [Fact]
    public void A_site_named_by_button_counts_as_well_and_the_assumed_site_is_confirmed()
    {
        var story = new Story();
        story.Reporter.Profile = Profile.New;
        story.Reporter.Hear("I sent it", Read.Serious()).Click(Verb.Consult, 1, "hamamatsu");
        Assert.Equal([new IncidentEvent.DetailAdded("AskSite Hamamatsu plant")], story.Reporter.Written());
        story.Reporter.Click(Verb.Consult, 1, "osaka");
        Assert.Equal("osaka", story.Incident.SiteId);
    }

    [Fact]
    public void Words_about_a_place_that_nobody_knows_reach_the_officer()
    {
        var story = new Story();
        story.Reporter.Profile = Profile.New;
        story.Reporter.Hear("I sent it", Read.Serious()).Hear("the old warehouse", Read.Other);
        Assert.Equal([new IncidentEvent.DetailAdded("AskSite the old warehouse")], story.Reporter.Written());
    }

    [Fact]
    public void Status_lists_the_persons_own_reports_and_offers_what_can_be_done()
    {
        var story = Story.Asked();
        story.Reporter.Hear("status", Read.Command(Command.Status));
        var fact = Assert.Single(story.Reporter.Cards[0].Blocks.OfType<Block.Facts>().Single().Items);
        Assert.Equal((Samples.Number, "PhaseInProgress — QuestionWaits"), (fact.Name, fact.Value));
        Assert.Equal(["AnswerOfficerButton", "AddDetailButton", "WithdrawButton"], story.Reporter.Cards[0].Buttons.Select(button => button.Label));
    }

    [Theory]
    [InlineData("TL-2026-0001")]
    [InlineData(" tl-2026-0001。")]
    [InlineData("ＴＬ－２０２６－０００１")]
    public void A_number_alone_asks_how_it_stands(string text)
    {
        var story = Story.Reported();
        story.Reporter.Hear(text, Read.Other).Shows(Say.StatusReported);
        Assert.Empty(story.Reporter.Written());
    }

    [Fact]
    public void A_question_for_the_status_that_names_the_number_is_no_detail()
    {
        var story = Story.Reported();
        story.Reporter.Hear("how is TL-2026-0001?", Read.Command(Command.Status)).Shows(Say.StatusReported);
        Assert.Empty(story.Reporter.Written());
    }

    [Fact]
    public void Details_are_added_by_button()
    {
        var story = Story.Reported();
        story.Reporter.Report(ReporterStep.AddDetail).Shows(Say.AskDetail);
        story.Reporter.Hear("Bluebird was in it", Read.Knowledge()).Shows(Say.MaskedNote);
        Assert.Equal([new IncidentEvent.DetailAdded("●●● was in it")], story.Reporter.Written());
        Assert.IsType<Stage.Consulting>(story.Reporter.State.Stage);
    }

    [Fact]
    public void The_officer_is_answered_by_button() => Answers(talk => talk.Report(ReporterStep.Answer).Hear("On Monday", Read.Knowledge()));

    [Fact]
    public void The_officer_is_answered_by_number() => Answers(talk => talk.Hear("TL-2026-0001 On Monday", Read.Other));

    [Fact]
    public void The_officer_is_answered_by_simply_writing() => Answers(talk => talk.Hear("On Monday", Read.Other));

    [Fact]
    public void The_officer_is_answered_after_the_matter_was_closed_in_chat() =>
        Answers(talk => talk.Hear("cancel", Read.Command(Command.Cancel)).Hear("On Monday", Read.Unsure));

    [Fact]
    public void The_officer_is_answered_while_the_bot_asks_something_itself()
    {
        var story = new Story();
        story.Reporter.Hear("I told him a bit", Read.Serious(Reason.Out, Signal.GivenALittle));
        story.Yamada.Do("Ask").Hear("When was that?", Read.Other);
        Assert.NotNull(story.Reporter.Matter.Open);
        story.Reporter.Hear("On Monday", Read.Other);
        Assert.Equal([new IncidentEvent.Answered("On Monday")], story.Reporter.Written());
        Assert.NotNull(story.Reporter.Matter.Open);
    }

    [Fact]
    public void The_officer_is_answered_while_the_bot_asks_for_the_place()
    {
        var story = Story.Asked();
        story.Reporter.Profile = story.Reporter.Profile with { SiteId = null };
        story.Reporter.Hear("Where?", Read.Contacts());
        Assert.IsType<Stage.AskingPlace>(story.Reporter.State.Stage);
        story.Reporter.Hear("On Monday", Read.Other);
        Assert.Equal([new IncidentEvent.Answered("On Monday")], story.Reporter.Written());
    }

    [Fact]
    public void A_command_or_a_question_is_no_answer()
    {
        var story = Story.Asked();
        story.Reporter.Hear("help", Read.Command(Command.Help)).Shows(Say.HelpTitle);
        story.Reporter.Hear("What is an NDA?", Read.Knowledge());
        Assert.NotNull(story.Incident.OpenQuestion);
    }

    [Fact]
    public void A_long_answer_is_passed_on_whole_and_nothing_says_otherwise()
    {
        var story = Story.Asked();
        story.Reporter.Hear(new string('a', 10_000), Read.Other with { Cut = true });
        Assert.Equal(10_000, ((IncidentEvent.Answered)Assert.Single(story.Reporter.Written())).Text.Length);
        story.Reporter.HidesFrom(Say.TextCut);
        story.Reporter.Report(ReporterStep.AddDetail).Hear(new string('a', 10_001), Read.Other with { Cut = true }).Shows(Say.RefusedTooLong);
        Assert.IsType<Stage.Reporting>(story.Reporter.State.Stage);
    }

    [Fact]
    public void A_serious_matter_of_its_own_is_no_answer_but_a_report()
    {
        var story = Story.Asked();
        story.Reporter.Hear("Somebody broke into the plant", Read.Serious(Reason.Access).About(Known.Spy));
        Assert.Equal((2, Severity.Serious), (story.Count, story.Latest.Level));
        Assert.Equal("Somebody broke into the plant", story.Latest.Summary);
        Assert.Contains(story.Reporter.Alerts(), alert => alert is { Number: "TL-2026-0002", Road: Road.Mail });
        Assert.NotNull(story.Incident.OpenQuestion);
        story.Reporter.Shows(Say.QuestionStillWaits);
        story.Reporter.Shows(Say.LevelSerious);
    }

    [Fact]
    public void A_serious_matter_of_its_own_is_reported_from_whatever_the_bot_waits_for()
    {
        foreach (var prepare in new Action<Talk>[]
        {
            talk => talk.Hear("cancel", Read.Command(Command.Cancel)),
            talk => talk.Hear("?", Read.Unsure),
            talk => talk.Hear("forget me", Read.Command(Command.Forget)),
            talk => talk.Hear("Which bureau?", Read.Contacts()),
        })
        {
            var story = Story.Asked();
            prepare(story.Reporter);
            story.Reporter.Hear("Somebody broke into the plant", Read.Serious(Reason.Access).About(Known.Spy));
            Assert.Equal(2, story.Count);
        }
    }

    [Theory]
    [InlineData("はい、昨日送りました")]
    [InlineData("yes, I sent the drawing")]
    public void A_yes_or_no_that_goes_on_is_an_answer_however_serious(string text)
    {
        var story = Story.Asked();
        story.Reporter.Hear("cancel", Read.Command(Command.Cancel)).Hear(text, Read.Serious().About(Known.Spy));
        Assert.Equal([new IncidentEvent.Answered(text)], story.Reporter.Written());
        Assert.Equal(1, story.Count);
    }

    [Fact]
    public void A_serious_answer_about_the_same_is_an_answer()
    {
        var story = Story.Asked();
        story.Reporter.Hear("I sent it on Monday by mail", Read.Serious());
        Assert.Equal([new IncidentEvent.Answered("I sent it on Monday by mail")], story.Reporter.Written());
        Assert.Null(story.Incident.OpenQuestion);
    }

    [Fact]
    public void An_answer_that_makes_a_caution_serious_raises_the_incident_and_wakes_the_ladder()
    {
        var story = new Story();
        story.Reporter.Hear("He asked", Read.Caution(Signal.Given)).Click(Verb.Tell, argument: "send").Hear("cancel", Read.Command(Command.Cancel));
        story.Yamada.Do("Ask").Hear("Did you send anything?", Read.Other);
        story.Reporter.Hear("yes, the drawing", Read.Serious(Reason.Out, Signal.Drawing));
        Assert.IsType<IncidentEvent.Answered>(story.Reporter.Written()[0]);
        Assert.Equal((Severity.Serious, true), (story.Incident.Level, story.Incident.WaitingSince is not null));
        Assert.Equal([Reason.Out], story.Incident.Reasons);
        Assert.Contains(story.Reporter.Alerts(), alert => alert.Road == Road.Mail);
    }

    [Fact]
    public void A_detail_that_makes_a_caution_serious_raises_the_incident()
    {
        var story = new Story();
        story.Reporter.Hear("He asked", Read.Caution(Signal.Given)).Click(Verb.Tell, argument: "send");
        story.Reporter.Report(ReporterStep.AddDetail).Hear("he took money for it", Read.Serious(Reason.Compromised));
        Assert.Equal(Severity.Serious, story.Incident.Level);
    }

    [Fact]
    public void Something_serious_about_a_closed_report_is_a_report_of_its_own()
    {
        foreach (var tell in new Action<Talk>[]
        {
            talk => talk.Hear("TL-2026-0001 and today he stole the laptop", Read.Serious(Reason.Access)),
            talk => talk.Report(ReporterStep.AddDetail).Hear("today he stole the laptop", Read.Serious(Reason.Access)),
            talk => talk.Hear("again, he stole the laptop", Read.Serious()),
        })
        {
            var story = Story.Closed();
            tell(story.Reporter);
            Assert.Equal((2, true), (story.Count, story.Latest.IsOpen));
            Assert.Contains("stole the laptop", story.Latest.Summary, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_closed_report_still_takes_details()
    {
        var story = Story.Closed();
        story.Reporter.Hear("TL-2026-0001 it was a Monday", Read.Other);
        Assert.Equal([new IncidentEvent.DetailAdded("it was a Monday")], story.Reporter.Written());
        Assert.Equal([Audience.Handler], story.Reporter.Alerts().Select(alert => alert.To));
    }

    [Fact]
    public void A_report_taken_back_with_a_reason_stays_open()
    {
        var story = Story.Reported();
        story.Reporter.Report(ReporterStep.Withdraw).Shows(Say.AskWithdrawWhy);
        story.Reporter.Hear("It was a mix-up", Read.Other).Shows(Say.WithdrawalPassed);
        Assert.True(story.Incident is { IsOpen: true, Withdrawn: true });
        Assert.Equal([Audience.Handler], story.Reporter.Alerts().Select(alert => alert.To));
        var card = new IncidentCards(Known.Of(Samples.Company)).Alert(story.Incident, 2, 0, Language.English);
        Assert.Contains(new Block.Draft("It was a mix-up"), card.Blocks);
    }

    [Fact]
    public void A_withdrawal_that_comes_too_late_waits_for_no_more_words()
    {
        var story = Story.Reported();
        story.Reporter.Report(ReporterStep.Withdraw);
        story.Yamada.Do("Close.NoLeak").Hear("checked", Read.Other);
        story.Reporter.Hear("It was a mix-up", Read.Other).Shows(Say.RefusedClosed);
        Assert.IsNotType<Stage.Reporting>(story.Reporter.State.Stage);
    }

    [Theory]
    [InlineData("やめる")]
    [InlineData("cancel")]
    [InlineData("Cancel.")]
    [InlineData("ｷｬﾝｾﾙ")]
    [InlineData("キャンセル")]
    public void A_word_to_leave_off_ends_the_wait_for_words(string text)
    {
        foreach (var step in Enum.GetValues<ReporterStep>())
        {
            var story = Story.Reported();
            story.Reporter.Report(step).Hear(text, Read.Command(Command.Cancel)).Shows(Say.LetGo);
            Assert.Equal((0, 1), (story.Reporter.Written().Length, story.Reporter.Matter.Number));
        }
    }

    [Fact]
    public void Help_helps_and_goes_on_waiting()
    {
        var story = Story.Reported();
        story.Reporter.Report(ReporterStep.AddDetail).Hear("help", Read.Command(Command.Help)).Shows(Say.HelpTitle);
        story.Reporter.Hear("by mail", Read.Other);
        Assert.Equal([new IncidentEvent.DetailAdded("by mail")], story.Reporter.Written());
    }

    [Fact]
    public void Somebody_elses_report_is_not_seen_nor_changed()
    {
        var story = Story.Reported();
        var other = story.Chat("Kato");
        foreach (var step in Enum.GetValues<ReporterStep>())
        {
            other.Report(step).Shows(Say.UnknownNumber);
            Assert.IsType<Stage.Idle>(other.State.Stage);
        }

        other.Profile = new Profile(Incidents: [Samples.Number]);
        other.Hear("status", Read.Command(Command.Status)).Shows(Say.StatusNothing);
        other.Hear("TL-2026-0001 I add this", Read.Other);
        Assert.Empty(other.Written());
        var unknown = story.Chat("Kato").Click(Verb.Report, 0, "TL-2026-0009.AddDetail");
        Assert.Equal(unknown.Shown, story.Chat("Kato").Report(ReporterStep.AddDetail).Shown);
    }

    [Fact]
    public void Something_serious_beside_somebody_elses_number_is_reported()
    {
        var story = Story.Reported();
        var other = story.Chat("Kato");
        other.Hear("As in TL-2026-0001 he took my drawing", Read.Serious());
        Assert.Equal((2, "Kato"), (story.Count, story.Latest.Reporter!.Person));
        Assert.EndsWith("he took my drawing", story.Latest.Summary, StringComparison.Ordinal);
        Assert.Equal(1, story.Incident.Version);
    }

    [Fact]
    public void To_be_forgotten_names_what_stays()
    {
        var knowledge = Known.Of(Samples.Company);
        var talk = new Talk(knowledge with { Phrases = With(Say.ForgottenKept, "kept: {0}") });
        talk.Hear("I sent it", Read.Serious()).Hear("forget me", Read.Command(Command.Forget)).Hear("yes", Read.Other);
        Assert.Contains("kept: TL-2026-0001", talk.Shown, StringComparison.Ordinal);
        Assert.Equal(Profile.New, talk.Profile);
        Assert.DoesNotContain("kept", new Talk(knowledge with { Phrases = With(Say.ForgottenKept, "kept: {0}") }).Hear("forget me", Read.Command(Command.Forget)).Hear("yes", Read.Other).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_page_for_it_nothing_is_offered_without_a_name_and_nothing_forgotten()
    {
        var talk = new Story().Reporter.Hear("He asked", Read.Caution(Signal.Given)).Click(Verb.Tell);
        Assert.Equal(["SendButton"], talk.Cards[0].Buttons.Select(button => button.Label));
        talk.Click(Verb.Anonymous).Shows(Say.StaleButton);
        Assert.Empty(talk.Effects.OfType<Effect.Forget>());
    }

    [Fact]
    public void A_report_without_a_name_is_made_elsewhere_and_the_conversation_forgotten()
    {
        var page = new Uri("https://example.co.jp/anonymous");
        var story = new Story(Samples.Company with { AnonymousPage = page });
        story.Reporter.Hear("He asked", Read.Caution(Signal.Given)).Click(Verb.Tell).Hear("AnonymousButton", Read.Other);
        Assert.Contains(page, story.Reporter.Cards[0].Blocks.OfType<Block.Link>().Select(link => link.Url));
        Assert.Single(story.Reporter.Effects.OfType<Effect.Forget>());
        Assert.IsType<Stage.Idle>(story.Reporter.State.Stage);
        Assert.Equal(0, story.Count);
    }

    [Fact]
    public void The_reporter_is_told_what_the_officer_does_in_words_for_a_reporter()
    {
        var story = Story.Asked("When was <b>that</b>?");
        var card = new IncidentCards(Known.Of(Samples.Company)).Told(story.Incident, story.Incident.Version, Language.English);
        Assert.Contains(new Block.Draft("When was <b>that</b>?"), card.Blocks);
        Assert.Equal(["AnswerOfficerButton"], card.Buttons.Select(button => button.Label));
        Assert.Equal([new Effect.Tell(Samples.Number, story.Incident.Version)], story.Yamada.Effects.OfType<Effect.Tell>());
    }

    private static void Answers(Func<Talk, Talk> answer)
    {
        var story = Story.Asked();
        answer(story.Reporter);
        Assert.Equal([new IncidentEvent.Answered("On Monday")], story.Reporter.Written());
        Assert.Equal([Audience.Handler], story.Reporter.Alerts().Select(alert => alert.To));
        story.Reporter.Shows(Say.WordsPassed);
        Assert.Null(story.Incident.OpenQuestion);
    }

    private static Phrases With(Say say, string words) =>
        new(Enum.GetValues<Say>().ToDictionary(each => each, each => each == say ? new Bilingual(words, words) : new Bilingual(each.ToString(), each.ToString())));
}
