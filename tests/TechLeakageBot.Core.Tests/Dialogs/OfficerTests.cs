using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Tests.Incidents;
using TechLeakageBot.Core.Understanding;
using Outcome = TechLeakageBot.Core.Incidents.Outcome;

namespace TechLeakageBot.Core.Tests.Dialogs;

/// <summary>What an officer does about an incident in chat.</summary>
public class OfficerTests
{
    [Fact]
    public void The_alert_shows_what_an_officer_needs_and_every_button_works()
    {
        var story = Story.Reported();
        var card = new IncidentCards(Known.Of(Samples.Company)).Alert(story.Incident, 1, 2, Language.English);
        Assert.Equal(Severity.Serious, Assert.IsType<Block.Level>(card.Blocks[0]).Severity);
        Assert.Contains(new Block.Draft("I sent it"), card.Blocks);
        Assert.Contains("ReasonOut", card.Blocks.OfType<Block.Lines>().SelectMany(lines => lines.Items));
        Assert.Contains("serious", card.Blocks.OfType<Block.Lines>().Single(lines => lines.Kind == LinesKind.DoNow).Items);
        Assert.Contains(Known.Rules, card.Blocks.OfType<Block.Lines>().SelectMany(lines => lines.Items));
        var facts = card.Blocks.OfType<Block.Facts>().SelectMany(block => block.Items).ToArray();
        Assert.Contains(new Fact("AlertSite", "Hamamatsu plant"), facts);
        Assert.Contains(new Fact("EarlierTitle", "EarlierCount"), facts);
        Assert.Contains(new Fact("bureau.kanto", "section tel of bureau.kanto mail"), facts);
        Assert.Equal(
            ["AcknowledgeButton", "AskButton", "NoteButton", "AssignButton", "NextDateButton", "ConsultedButton", "CloseButton"],
            card.Buttons.Select(button => button.Label));
        foreach (var button in card.Buttons)
            Assert.DoesNotContain("StaleButton", Story.Reported().Yamada.Turn(new Said.Click(button.Choice.Encode()), null).Shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_alert_of_news_says_first_what_is_new()
    {
        var story = Story.Reported();
        story.Reporter.Hear("also by <i>mail</i>", Read.Info());
        var card = new IncidentCards(Known.Of(Samples.Company)).Alert(story.Incident, 2, 0, Language.English);
        Assert.Equal([new Block.Heading("HappenedDetail"), new Block.Draft("also by <i>mail</i>")], card.Blocks.Skip(1).Take(2));
    }

    [Fact]
    public void Acknowledging_is_told_to_the_reporter()
    {
        var story = Story.Reported();
        story.Yamada.Do("Acknowledge").Shows(Say.ActionDone);
        Assert.Equal((Phase.Acknowledged, Samples.Yamada.Id), (story.Incident.Phase, story.Incident.Handler));
        Assert.Equal([new Effect.Tell(Samples.Number, 2)], story.Yamada.Effects.OfType<Effect.Tell>());
    }

    [Fact]
    public void The_second_officer_sees_what_the_first_did()
    {
        var story = Story.Reported();
        story.Yamada.Do("Acknowledge");
        story.Suzuki.Do("Acknowledge").Shows(Say.RefusedDone);
        story.Yamada.Do("Close.NoLeak");
        story.Suzuki.Do("Close.Leak").Hear("all is lost", Read.Other);
        story.Yamada.Hear("checked", Read.Other).Shows(Say.RefusedDone);
        Assert.Equal(Outcome.Leak, story.Incident.Closing!.Outcome);
        Assert.IsType<Stage.Idle>(story.Yamada.State.Stage);
        story.Suzuki.Do("Reopen").Hear("more", Read.Other);
        story.Yamada.Do("Reopen").Hear("more", Read.Other).Shows(Say.RefusedDone);
    }

    [Fact]
    public void In_a_group_an_incident_is_neither_shown_nor_acted_on()
    {
        var story = Story.Reported();
        story.Yamada.IsPrivate = false;
        story.Yamada.Hear(Samples.Number, Read.Other).Shows(Say.NotInGroup);
        story.Yamada.Do("Acknowledge").Shows(Say.NotInGroup);
        Assert.Empty(story.Yamada.Written());
        story.Yamada.IsPrivate = true;
        story.Yamada.Do("Note");
        story.Yamada.IsPrivate = false;
        story.Yamada.Hear("a note", Read.Other).Shows(Say.NotInGroup);
        Assert.Empty(story.Yamada.Written());
    }

    /// <summary>Every button by its number on the card, what is then written, and what comes of it.</summary>
    public static TheoryData<string[], IncidentEvent> ByText => new()
    {
        { ["1"], new IncidentEvent.Acknowledged() },
        { ["2", "When was that?"], new IncidentEvent.Asked("When was that?") },
        { ["3", "取引をやめる"], new IncidentEvent.Noted("取引をやめる") },
        { ["4", "2"], new IncidentEvent.Assigned(Samples.Suzuki.Id) },
        { ["5", "12/1 look again"], new IncidentEvent.NextDateSet(new NextDate(new DateOnly(2026, 12, 1), "look again")) },
        { ["6", "1", "なし"], new IncidentEvent.OthersConsulted(Consulted.Bureau, "") },
        { ["6", "3", "相談を終えた"], new IncidentEvent.OthersConsulted(Consulted.Police, "相談を終えた") },
        { ["7", "3", "データを削除した"], new IncidentEvent.Closed(Outcome.Leak, "データを削除した") },
    };

    [Theory]
    [MemberData(nameof(ByText))]
    public void Every_button_works_by_text_alone(string[] texts, IncidentEvent written)
    {
        var story = Story.Reported();
        story.Yamada.Hear(Samples.Number, Read.Other);
        foreach (var text in texts)
            story.Yamada.Hear(text, Read.Command(Command.Cancel)); // as the reader takes some of these words
        Assert.Equal([written], story.Yamada.Written());
        Assert.IsType<Stage.Idle>(story.Yamada.State.Stage);
    }

    [Theory]
    [InlineData("AskButton")]
    [InlineData("notebutton")]
    public void A_button_works_by_its_label(string label)
    {
        var story = Story.Reported();
        story.Yamada.Hear(Samples.Number, Read.Other).Hear(label, Read.Serious()).Hear("words", Read.Serious());
        Assert.Single(story.Yamada.Written());
    }

    [Theory]
    [InlineData("12/1 確認", "2026-12-01")]
    [InlineData("12月1日に確認", "2026-12-01")]
    [InlineData("2026-12-01 確認", "2026-12-01")]
    [InlineData("2026年12月1日 確認", "2026-12-01")]
    [InlineData("2026/12/01 確認", "2026-12-01")]
    [InlineData("１２／１　確認", "2026-12-01")]
    [InlineData("１２月１日 確認", "2026-12-01")]
    [InlineData("確認 11/26", "2026-11-26")]
    [InlineData("11/24 確認", "2027-11-24")]
    [InlineData("1/5確認", "2027-01-05")]
    public void A_next_date_is_read_as_people_write_it(string text, string day)
    {
        var story = Story.Reported();
        story.Yamada.Do("NextDate").Hear(text, Read.Other with { Intent = Intent.Checklist });
        Assert.Equal(new NextDate(DateOnly.ParseExact(day, "yyyy-MM-dd", null), "確認"), story.Incident.NextDate);
    }

    [Theory]
    [InlineData("13/1 確認", Say.DateNotRead)]
    [InlineData("2/30 確認", Say.DateNotRead)]
    [InlineData("0/0 確認", Say.DateNotRead)]
    [InlineData("来週確認", Say.DateNotRead)]
    [InlineData("12/1", Say.DateNotRead)]
    [InlineData("12/1/2026 確認", Say.DateNotRead)]
    [InlineData("1926-12-01 確認", Say.DateNotRead)]
    [InlineData("2026-13-01 確認", Say.DateNotRead)]
    [InlineData("2026-11-24 確認", Say.RefusedDate)]
    [InlineData("2028-12-01 確認", Say.RefusedDate)]
    [InlineData("11/25 確認", Say.RefusedDate)]
    public void A_day_that_cannot_be_is_asked_for_again(string text, Say answer)
    {
        var story = Story.Reported();
        story.Yamada.Do("NextDate").Hear(text, Read.Other).Shows(answer);
        Assert.Empty(story.Yamada.Written());
        story.Yamada.Hear("12/1 確認", Read.Other);
        Assert.NotNull(story.Incident.NextDate);
    }

    [Fact]
    public void The_29th_of_February_is_the_next_there_is()
    {
        var story = Story.Reported();
        story.Yamada.Now = new DateTimeOffset(2027, 12, 1, 0, 0, 0, TimeSpan.Zero);
        story.Yamada.Do("NextDate").Hear("2/29 確認", Read.Other);
        Assert.Equal(new DateOnly(2028, 2, 29), story.Incident.NextDate!.On);
    }

    [Fact]
    public void To_close_it_takes_an_outcome_and_measures()
    {
        var story = Story.Reported();
        story.Yamada.Do("Close").Shows(Say.AskOutcome);
        Assert.Equal(Enum.GetNames<Outcome>().Length, story.Yamada.Cards[0].Buttons.Count);
        story.Yamada.Hear("it is over", Read.Other);
        Assert.True(story.Incident.IsOpen);
        story.Yamada.Do("Close.FalseAlarm").Shows(Say.AskMeasures);
        story.Yamada.Hear("\u200b", Read.Other);
        Assert.True(story.Incident.IsOpen);
        story.Yamada.Hear("asked the partner", Read.Other);
        Assert.Equal((Outcome.FalseAlarm, "asked the partner"), (story.Incident.Closing!.Outcome, story.Incident.Closing.Measures));
    }

    [Fact]
    public void A_closed_incident_is_looked_at_or_reopened_and_says_so_at_once()
    {
        var story = Story.Closed();
        foreach (var step in new[] { "Acknowledge", "Ask", "Note", "Assign", "NextDate", "Consult" })
        {
            story.Suzuki.Do(step).Shows(Say.RefusedClosed);
            Assert.IsType<Stage.Idle>(story.Suzuki.State.Stage);
        }

        story.Suzuki.Do("Close").Shows(Say.RefusedDone);
        Assert.Equal(["ReopenButton", "ViewButton"], story.Suzuki.Do("View").Cards[0].Buttons.Select(button => button.Label));
        story.Suzuki.Do("Reopen").Hear("more came up", Read.Other);
        Assert.Equal(Phase.InProgress, story.Incident.Phase);
    }

    [Fact]
    public void It_is_offered_to_those_only_who_serve_the_site()
    {
        var story = Story.Reported();
        Assert.Equal(["Yamada", "Suzuki"], story.Yamada.Do("Assign").Cards[0].Buttons.Select(button => button.Label));
        story.Yamada.Do($"Assign.{Samples.Sato.Id}").Shows(Say.RefusedUnknownOfficer);
    }

    [Fact]
    public void A_choice_of_another_kind_ends_the_wait_for_words()
    {
        var story = Story.Reported();
        story.Yamada.Do("Ask").Do("Close");
        Assert.IsType<Stage.Idle>(story.Yamada.State.Stage);
    }

    [Theory]
    [InlineData("Acknowledge")]
    [InlineData("Ask")]
    [InlineData("View")]
    [InlineData("Assign.suzuki@example.co.jp")]
    [InlineData("Close.Leak")]
    public void A_forwarded_card_in_other_hands_does_nothing_and_is_witnessed(string step)
    {
        var story = Story.Reported();
        foreach (var (talk, officer) in new[] { (story.Chat("Kato"), null), (story.Sato, Samples.Sato.Id) })
        {
            talk.Do(step).Shows(Say.RefusedNotOfficer);
            Assert.Equal([new Effect.Witness(Samples.Number, Witnessed.Refused, officer)], talk.Effects.OfType<Effect.Witness>());
            Assert.Empty(talk.Written());
            Assert.IsType<Stage.Idle>(talk.State.Stage);
            Assert.Single(talk.Cards);
        }

        Assert.Equal(1, story.Incident.Version);
    }

    [Fact]
    public void Who_has_left_is_no_officer_at_the_next_word()
    {
        var story = Story.Reported();
        story.Yamada.Do("Note");
        var later = new Talk(Known.Of(Samples.Company with { Officers = [Samples.Sato] })) { State = story.Yamada.State, Who = story.Yamada.Who, Incidents = story.Yamada.Incidents };
        later.Hear("note", Read.Other).Shows(Say.RefusedNotOfficer);
        Assert.Equal(1, story.Incident.Version);
        Assert.IsType<Stage.Idle>(later.State.Stage);
    }

    [Fact]
    public void A_number_says_nothing_of_what_exists_to_who_is_no_officer()
    {
        var story = Story.Reported();
        var (known, unknown) = (story.Chat("Kato").Hear("TL-2026-0001", Read.Other), story.Chat("Kato").Hear("TL-2026-0009", Read.Other));
        Assert.Equal(known.Shown, unknown.Shown);
        Assert.Equal(story.Chat("Kato").Do("View").Shown, story.Chat("Kato").Click(Verb.Incident, 0, "TL-2026-0009.View").Shown);
        story.Yamada.Hear("TL-2026-0009", Read.Other).Shows(Say.UnknownNumber);
    }

    [Fact]
    public void A_look_is_witnessed()
    {
        var story = Story.Reported();
        story.Yamada.Hear("show TL-2026-0001", Read.Serious());
        story.Yamada.Shows(Say.TimelineTitle);
        Assert.Equal([new Effect.Witness(Samples.Number, Witnessed.Viewed, Samples.Yamada.Id)], story.Yamada.Effects.OfType<Effect.Witness>());
    }

    [Fact]
    public void A_note_of_ten_thousand_characters_is_kept_and_a_longer_one_asked_for_again()
    {
        var story = Story.Reported();
        story.Yamada.Do("Note").Hear(new string('a', 10_001), Read.Other with { Cut = true }).Shows(Say.RefusedTooLong);
        story.Yamada.HidesFrom(Say.TextCut);
        story.Yamada.Hear(new string('a', 10_000), Read.Other with { Cut = true });
        Assert.Equal(10_000, ((IncidentEvent.Noted)story.Yamada.Written()[0]).Text.Length);
        Assert.All(story.Yamada.Do("View").Cards[0].Blocks.OfType<Block.Lines>().SelectMany(lines => lines.Items), line => Assert.True(line.Length < 1_000));
    }

    [Fact]
    public void What_was_masked_in_a_note_is_told()
    {
        var story = Story.Reported();
        story.Yamada.Do("Note").Hear("Bluebird it was", Read.Other).Shows(Say.MaskedNote);
        Assert.Equal([new IncidentEvent.Noted("●●● it was")], story.Yamada.Written());
    }

    [Theory]
    [InlineData("やめる")]
    [InlineData("cancel")]
    public void A_word_to_leave_off_ends_the_wait_for_words(string text)
    {
        foreach (var step in new[] { "Ask", "Note", "NextDate", "Consult.Police", "Close.Leak" })
        {
            var story = Story.Reported();
            story.Yamada.Do(step).Shows(Say.CancelHint);
            story.Yamada.Hear(text, Read.Command(Command.Cancel)).Shows(Say.LetGo);
            Assert.Empty(story.Yamada.Written());
            Assert.IsType<Stage.Idle>(story.Yamada.State.Stage);
        }
    }

    [Theory]
    [InlineData("TL-2026-0001.Close.7")]
    [InlineData("TL-2026-0001.Close.NoLeak, Leak")]
    [InlineData("TL-2026-0001.Close.")]
    [InlineData("TL-2026-0001.Consult.-1")]
    [InlineData("TL-2026-0001.99")]
    [InlineData("TL-2026-0001.5")]
    [InlineData("TL-2026-0001.note")]
    [InlineData("TL-2026-0001.Note.x")]
    [InlineData("TL-2026-0001")]
    [InlineData("TL-1.View")]
    [InlineData("")]
    public void A_forged_choice_is_stale(string argument)
    {
        var story = Story.Reported();
        story.Yamada.Click(Verb.Incident, 0, argument).Shows(Say.StaleButton);
        Assert.IsType<Stage.Idle>(story.Yamada.State.Stage);
        Assert.Equal(1, story.Incident.Version);
    }

    [Theory]
    [InlineData("TL-2026-0001.1")]
    [InlineData("TL-2026-0001.Answer.x")]
    [InlineData("<b>you won</b>.Answer")]
    [InlineData("..")]
    public void A_forged_choice_of_a_reporter_is_stale(string argument) =>
        Story.Reported().Reporter.Click(Verb.Report, 0, argument).Shows(Say.StaleButton);

    /// <summary>Anything that may stand in a choice, near to what does.</summary>
    public static Arbitrary<(string[] Clicks, string Words)> Forgeries { get; } = (
        from clicks in (
            from verb in Gen.Elements("Incident", "Report", "10", "incident")
            from matter in Gen.Elements("0", "1", "-1")
            from parts in Gen.Elements(
                "TL-2026-0001", "TL-2026-0009", "View", "Acknowledge", "Ask", "Note", "Assign", "NextDate", "Consult", "Close", "Reopen", "AddDetail", "Answer", "Withdraw",
                "Leak", "NoLeak", "Police", "7", "99", "-1", "Leak,NoLeak", "suzuki@example.co.jp", "", ":", "\ud800", "あ").ArrayOf()
            from number in Gen.Elements("TL-2026-0001.", "TL-2026-0009.", "")
            select $"{verb}:{matter}:{number}{string.Join('.', parts.Take(4))}").ArrayOf(8)
        from words in Gen.Elements("1", "2", "12/1 look", "99/99 look", "a", "cancel", "TL-2026-0001", new string('あ', 10_001))
        select (clicks, words)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property No_choice_ever_fails_whoever_sends_it() => Prop.ForAll(Forgeries, forged =>
    {
        var story = Story.Reported();
        foreach (var talk in new[] { story.Yamada, story.Reporter, story.Sato, story.Chat("Kato") })
        {
            foreach (var click in forged.Clicks)
            {
                Assert.NotEmpty(talk.Turn(new Said.Click(click), null).Cards);
                Assert.NotEmpty(talk.Hear(forged.Words, Read.Other).Cards);
                Assert.True(talk.Effects.OfType<Effect.Record>().Select(record => record.Number).Distinct().Count() <= 1);
            }
        }

        Assert.All(story.Incident.Timeline, recorded => Assert.True(recorded.By is not Actor.AnOfficer officer || officer.Id == Samples.Yamada.Id));
        Assert.True(story.Incident.Closing is not { } closing || Enum.IsDefined(closing.Outcome));
    });
}
