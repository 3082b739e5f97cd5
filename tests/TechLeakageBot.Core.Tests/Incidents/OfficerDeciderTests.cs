using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Incidents;

public class OfficerDeciderTests
{
    private static readonly DateOnly Tomorrow = new(2026, 11, 26);

    /// <summary>Every kind of action, and whether it may be done on a closed incident.</summary>
    private static readonly Dictionary<Type, (OfficerAction Action, bool Closed)> Actions = new (OfficerAction Action, bool Closed)[]
    {
        (new OfficerAction.Acknowledge(), false),
        (new OfficerAction.Ask("When?"), false),
        (new OfficerAction.Note("note"), false),
        (new OfficerAction.Assign(Samples.Suzuki.Id), false),
        (new OfficerAction.SetNextDate(Tomorrow, "look"), false),
        (new OfficerAction.Consult(Consulted.Bureau, ""), false),
        (new OfficerAction.Close(Outcome.NoLeak, "checked"), false),
        (new OfficerAction.Reopen("more"), true),
        (new OfficerAction.EditPack(new ReferralPack("a", "", "", "")), true),
        (new OfficerAction.ApprovePack(), true),
    }.ToDictionary(row => row.Action.GetType());

    public static TheoryData<Type> Kinds => [.. typeof(OfficerAction).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(OfficerAction)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_action_is_taken_of_the_sites_officer_and_refused_to_everybody_else(Type kind)
    {
        var (action, closed) = Actions[kind];
        var incident = Samples.Incident().Then(Samples.Yamada, Actions[typeof(OfficerAction.EditPack)].Action);
        incident = action is OfficerAction.Reopen ? Closed(incident) : action is OfficerAction.Acknowledge ? Samples.Incident() : incident;
        var recorded = Assert.Single(Assert.IsType<Decision.Accepted>(incident.Try(Samples.Yamada, action)).Events);
        Assert.Equal((incident.Version + 1, Samples.Start, Samples.By(Samples.Yamada)), (recorded.Number, recorded.At, recorded.By));
        foreach (var other in new[] { null, Samples.Sato, Samples.Yamada with { Mail = "somebody@example.com" } })
            Assert.IsType<Refusal.NotAnOfficer>(Samples.Refusal(incident.Try(other, action)));
        var left = Samples.Company with { Officers = [Samples.Sato] };
        Assert.IsType<Refusal.NotAnOfficer>(Samples.Refusal(OfficerDecider.Decide(incident, action, Samples.Yamada, left, Samples.Start)));
        Assert.Equal(closed, Closed(Samples.Incident().Then(Samples.Yamada, Actions[typeof(OfficerAction.EditPack)].Action)).Try(Samples.Yamada, action) is Decision.Accepted);
    }

    [Fact]
    public void A_closed_incident_says_who_closed_it_and_when()
    {
        var closed = Closed(Samples.Incident());
        var refused = Assert.IsType<Refusal.IsClosed>(Samples.Refusal(closed.Try(Samples.Suzuki, new OfficerAction.Note("late"))));
        Assert.Equal((Samples.Yamada.Id, Samples.Start), (refused.Closing.By, refused.Closing.At));
        Assert.Equal(
            new Refusal.DoneAlready(Samples.Yamada.Id, Samples.Start),
            Samples.Refusal(closed.Try(Samples.Suzuki, new OfficerAction.Close(Outcome.Leak, "other"), TimeSpan.FromHours(1))));
    }

    [Fact]
    public void The_second_who_takes_it_up_sees_who_was_first_and_when()
    {
        var taken = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Acknowledge(), TimeSpan.FromMinutes(3));
        Assert.Equal(
            new Refusal.DoneAlready(Samples.Yamada.Id, Samples.Start + TimeSpan.FromMinutes(3)),
            Samples.Refusal(taken.Try(Samples.Suzuki, new OfficerAction.Acknowledge(), TimeSpan.FromMinutes(4))));
    }

    [Fact]
    public void After_a_raise_the_first_is_whoever_took_it_up_since()
    {
        var raised = Samples.Incident(Severity.Caution).Then(Samples.Yamada, new OfficerAction.Acknowledge())
            .Then(new Actor.TheReporter(), new IncidentEvent.Raised(Severity.Serious, [], [], "more", []), TimeSpan.FromHours(1));
        var again = raised.Then(Samples.Suzuki, new OfficerAction.Acknowledge(), TimeSpan.FromHours(2));
        Assert.Equal(Samples.Suzuki.Id, again.Handler);
        Assert.Equal(
            new Refusal.DoneAlready(Samples.Suzuki.Id, Samples.Start + TimeSpan.FromHours(2)),
            Samples.Refusal(again.Try(Samples.Yamada, new OfficerAction.Acknowledge(), TimeSpan.FromHours(3))));
    }

    [Fact]
    public void A_double_click_changes_nothing_and_blames_nobody()
    {
        var pack = new OfficerAction.EditPack(new ReferralPack("a", "", "", ""));
        foreach (var action in new OfficerAction[] { new OfficerAction.Acknowledge(), new OfficerAction.Assign(Samples.Suzuki.Id), new OfficerAction.ApprovePack() })
        {
            var before = Samples.Incident();
            var once = (action is OfficerAction.ApprovePack ? before.Then(Samples.Yamada, pack) : before).Then(Samples.Yamada, action);
            Assert.Empty(Assert.IsType<Decision.Accepted>(once.Try(Samples.Yamada, action)).Events);
        }

        var reopened = Closed(Samples.Incident()).Then(Samples.Yamada, new OfficerAction.Reopen("more"), TimeSpan.FromHours(1));
        Assert.Empty(Assert.IsType<Decision.Accepted>(reopened.Try(Samples.Yamada, new OfficerAction.Reopen("more"))).Events);
        Assert.Equal(new Refusal.DoneAlready(Samples.Yamada.Id, Samples.Start + TimeSpan.FromHours(1)), Samples.Refusal(reopened.Try(Samples.Suzuki, new OfficerAction.Reopen("more"))));
    }

    [Fact]
    public void The_second_who_approves_the_pack_sees_who_was_first()
    {
        var approved = Samples.Incident().Then(Samples.Yamada, new OfficerAction.EditPack(new ReferralPack("a", "", "", ""))).Then(Samples.Yamada, new OfficerAction.ApprovePack());
        Assert.Equal(new Refusal.DoneAlready(Samples.Yamada.Id, Samples.Start), Samples.Refusal(approved.Try(Samples.Suzuki, new OfficerAction.ApprovePack())));
        Assert.IsType<Refusal.NoPack>(Samples.Refusal(Samples.Incident().Try(Samples.Yamada, new OfficerAction.ApprovePack())));
    }

    [Fact]
    public void Where_nothing_is_closed_nothing_is_reopened() =>
        Assert.IsType<Refusal.IsNotClosed>(Samples.Refusal(Samples.Incident().Try(Samples.Yamada, new OfficerAction.Reopen("more"))));

    [Fact]
    public void It_is_given_to_nobody_who_could_not_work_on_it()
    {
        foreach (var to in new[] { Samples.Sato.Id, "nobody@example.com", "" })
            Assert.IsType<Refusal.UnknownOfficer>(Samples.Refusal(Samples.Incident().Try(Samples.Yamada, new OfficerAction.Assign(to))));
        Assert.Equal(Samples.Suzuki.Id, Samples.Incident().Then(Samples.Yamada, new OfficerAction.Assign(Samples.Suzuki.Id)).Handler);
    }

    [Fact]
    public void Who_has_it_in_hand_by_assignment_may_acknowledge()
    {
        var assigned = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Assign(Samples.Suzuki.Id));
        Assert.Empty(Assert.IsType<Decision.Accepted>(assigned.Try(Samples.Suzuki, new OfficerAction.Acknowledge())).Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t　")]
    [InlineData("\u202e\u2066")]
    [InlineData("\u200b\ufeff")]
    [InlineData("\0\u0007")]
    public void A_text_that_shows_nothing_is_missing(string text)
    {
        var closed = Closed(Samples.Incident());
        foreach (var action in new OfficerAction[] { new OfficerAction.Ask(text), new OfficerAction.Note(text), new OfficerAction.SetNextDate(Tomorrow, text), new OfficerAction.Close(Outcome.Leak, text) })
            Assert.IsType<Refusal.TextMissing>(Samples.Refusal(Samples.Incident().Try(Samples.Yamada, action)));
        Assert.IsType<Refusal.TextMissing>(Samples.Refusal(closed.Try(Samples.Yamada, new OfficerAction.Reopen(text))));
    }

    [Fact]
    public void Ten_thousand_characters_fit_and_one_more_does_not()
    {
        var (fits, tooLong) = (new string('あ', 10_000), new string('あ', 10_001));
        Assert.Equal(fits, IncidentText(Samples.Incident().Then(Samples.Yamada, new OfficerAction.Note(fits))));
        foreach (var action in new OfficerAction[]
        {
            new OfficerAction.Ask(tooLong), new OfficerAction.Note(tooLong), new OfficerAction.SetNextDate(Tomorrow, tooLong), new OfficerAction.Consult(Consulted.Police, tooLong),
            new OfficerAction.Close(Outcome.Leak, tooLong), new OfficerAction.EditPack(new ReferralPack("", tooLong, "", "")),
        })
            Assert.Equal(new Refusal.TextTooLong(10_000), Samples.Refusal(Samples.Incident().Try(Samples.Yamada, action)));
    }

    [Theory]
    [InlineData("<b>x</b> **y** [z](http://example.com)", "<b>x</b> **y** [z](http://example.com)")]
    [InlineData("a\u0007b\u202ec\r\nd\te", "abc\nd e")]
    public void A_text_is_kept_as_it_is_but_for_signs_that_forge(string text, string kept) =>
        Assert.Equal(kept, IncidentText(Samples.Incident().Then(Samples.Yamada, new OfficerAction.Note(text))));

    /// <summary>No theory: the compiler writes half a pair in an attribute as something else.</summary>
    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("half \ufffd pair \ufffd", IncidentText(Samples.Incident().Then(Samples.Yamada, new OfficerAction.Note("half \ud800 pair \udc00"))));

    [Fact]
    public void What_was_masked_is_told()
    {
        var decision = Assert.IsType<Decision.Accepted>(Samples.Incident().Try(Samples.Yamada, new OfficerAction.Ask("Who sent Bluebird?")));
        Assert.Equal("Who sent ●●●?", ((IncidentEvent.Asked)decision.Events[0].Event).Text);
        Assert.NotEmpty(decision.Masked);
        Assert.Empty(Assert.IsType<Decision.Accepted>(Samples.Incident().Try(Samples.Yamada, new OfficerAction.Ask("Who sent it?"))).Masked);
    }

    [Theory]
    [InlineData("2026-11-24", false)]
    [InlineData("2026-11-25", false)]
    [InlineData("2026-11-26", true)]
    [InlineData("2027-11-26", true)]
    [InlineData("2027-11-27", false)]
    public void A_next_date_lies_within_a_year_from_tomorrow(string day, bool accepted) =>
        Assert.Equal(accepted, Samples.Incident().Try(Samples.Yamada, new OfficerAction.SetNextDate(DateOnly.ParseExact(day, "yyyy-MM-dd", null), "look")) is Decision.Accepted);

    [Fact]
    public void Today_is_the_day_in_Japan()
    {
        var late = TimeSpan.FromHours(14.5); // 00:30 of the 26th in Japan
        Assert.IsType<Refusal.DateOutOfRange>(Samples.Refusal(Samples.Incident().Try(Samples.Yamada, new OfficerAction.SetNextDate(Tomorrow, "look"), late)));
    }

    [Fact]
    public void An_anonymous_reporter_is_asked_only_by_a_seal()
    {
        Assert.IsType<Refusal.ReporterUnreachable>(Samples.Refusal(Samples.Anonymous(seal: null).Try(Samples.Yamada, new OfficerAction.Ask("When?"))));
        Assert.NotNull(Samples.Anonymous("seal").Then(Samples.Yamada, new OfficerAction.Ask("When?")).OpenQuestion);
    }

    [Fact]
    public void A_site_that_nobody_serves_falls_to_the_first_officer()
    {
        var company = Samples.Company with { Officers = [Samples.Sato], Deputies = [] };
        Assert.IsType<Decision.Accepted>(OfficerDecider.Decide(Samples.Incident(), new OfficerAction.Acknowledge(), Samples.Sato, company, Samples.Start));
        Assert.False(Samples.Company.Serves(Samples.Sato, "hamamatsu"));
        Assert.True(Samples.Company.Serves(Samples.Sato, null));
    }

    private static Incident Closed(Incident incident) => incident.Then(Samples.Yamada, new OfficerAction.Close(Outcome.NoLeak, "checked"));

    private static string IncidentText(Incident incident) => ((IncidentEvent.Noted)incident.Timeline[^1].Event).Text;
}
