using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using Outcome = TechLeakageBot.Core.Incidents.Outcome;

namespace TechLeakageBot.Core.Tests.Incidents;

public class LadderTests
{
    private static readonly Escalation Times = Escalation.Default;

    [Theory]
    [InlineData(Severity.Serious, 15, 60, 240)]
    [InlineData(Severity.Caution, 240, 1_440, 4_320)]
    public void Each_step_comes_at_its_time_and_not_before(Severity level, int reminder, int deputies, int everybody)
    {
        var incident = Samples.Incident(level);
        foreach (var (minutes, step) in new[] { (reminder, LadderStep.Reminder), (deputies, LadderStep.Deputies), (everybody, LadderStep.Everybody) })
        {
            var due = Samples.Start + TimeSpan.FromMinutes(minutes);
            Assert.Equal(due, Ladder.Due(incident, Times));
            Assert.Empty(Ladder.Climb(incident, Times, due - TimeSpan.FromTicks(1)));
            var climbed = Ladder.Climb(incident, Times, due);
            Assert.Equal([new IncidentEvent.Escalated(step)], climbed.Select(recorded => recorded.Event));
            Assert.IsType<Actor.TheClock>(climbed[0].By);
            incident = incident.With(climbed);
        }

        Assert.Equal(Samples.Start + Times.Stalled, Ladder.Due(incident, Times));
    }

    [Fact]
    public void Taken_up_it_climbs_no_further()
    {
        var incident = After(Samples.Incident(), TimeSpan.FromMinutes(20)).Then(Samples.Yamada, new OfficerAction.Acknowledge(), TimeSpan.FromMinutes(21));
        Assert.Empty(Ladder.Climb(incident, Times, Samples.Start + TimeSpan.FromDays(6)));
    }

    [Fact]
    public void A_raise_starts_the_ladder_again()
    {
        var taken = After(Samples.Incident(Severity.Caution), TimeSpan.FromHours(25)).Then(Samples.Yamada, new OfficerAction.Acknowledge(), TimeSpan.FromHours(26));
        var raised = taken.Then(new Actor.TheReporter(), new IncidentEvent.Raised(Severity.Serious, [Reason.Out], [], "I sent it", []), TimeSpan.FromHours(27));
        Assert.Equal(Samples.Start + TimeSpan.FromHours(27) + TimeSpan.FromMinutes(15), Ladder.Due(raised, Times));
        Assert.Equal(new IncidentEvent.Escalated(LadderStep.Reminder), Ladder.Climb(raised, Times, Ladder.Due(raised, Times)!.Value)[0].Event);
    }

    [Fact]
    public void A_report_of_another_site_waits_for_that_sites_officer()
    {
        var taken = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Acknowledge());
        var placed = taken.Then(new Actor.TheReporter(), new IncidentEvent.Placed("osaka", "bureau.kinki", "Osaka"), TimeSpan.FromHours(2));
        Assert.Equal(Samples.Start + TimeSpan.FromHours(2) + TimeSpan.FromMinutes(15), Ladder.Due(placed, Times));
    }

    [Fact]
    public void A_next_date_comes_at_nine_in_Japan_and_once()
    {
        var incident = Samples.Incident().Then(Samples.Yamada, new OfficerAction.SetNextDate(new DateOnly(2026, 11, 28), "the partner's answer"));
        var nine = new DateTimeOffset(2026, 11, 28, 9, 0, 0, TimeSpan.FromHours(9));
        Assert.Equal(nine, Ladder.Due(incident, Times));
        Assert.Empty(Ladder.Climb(incident, Times, nine - TimeSpan.FromTicks(1)));
        var came = Ladder.Climb(incident, Times, nine);
        Assert.Equal("the partner's answer", Assert.IsType<IncidentEvent.DateCame>(Assert.Single(came).Event).Date.Why);
        Assert.Empty(Ladder.Climb(incident.With(came), Times, nine + TimeSpan.FromDays(1)));
    }

    [Fact]
    public void Without_progress_it_comes_back_every_seven_days_and_not_before()
    {
        var incident = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Acknowledge());
        for (var week = 1; week <= 3; week++)
        {
            var due = Samples.Start + TimeSpan.FromDays(7 * week);
            Assert.Empty(Ladder.Climb(incident, Times, due - TimeSpan.FromTicks(1)));
            var back = Ladder.Climb(incident, Times, due);
            Assert.IsType<IncidentEvent.Stalled>(Assert.Single(back).Event);
            incident = incident.With(back);
        }
    }

    [Fact]
    public void What_anybody_does_is_progress()
    {
        var incident = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Acknowledge());
        Assert.Equal(Samples.Start + TimeSpan.FromDays(10), Ladder.Due(incident.Then(Samples.Yamada, new OfficerAction.Note("a"), TimeSpan.FromDays(3)), Times));
        Assert.Equal(Samples.Start + TimeSpan.FromDays(11), Ladder.Due(incident.Then(new Actor.TheReporter(), new IncidentEvent.DetailAdded("a"), TimeSpan.FromDays(4)), Times));
    }

    [Fact]
    public void After_a_long_outage_every_step_is_taken_once_and_in_order()
    {
        var climbed = Ladder.Climb(Samples.Incident(), Times, Samples.Start + TimeSpan.FromDays(30));
        Assert.Equal(
            [
                new IncidentEvent.Escalated(LadderStep.Reminder), new IncidentEvent.Escalated(LadderStep.Deputies), new IncidentEvent.Escalated(LadderStep.Everybody),
                new IncidentEvent.Stalled(),
            ],
            climbed.Select(recorded => recorded.Event));
    }

    [Fact]
    public void A_closed_incident_rests_and_a_reopened_one_does_not()
    {
        var closed = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Close(Outcome.NoLeak, "checked"));
        Assert.Null(Ladder.Due(closed, Times));
        Assert.Empty(Ladder.Climb(closed, Times, Samples.Start + TimeSpan.FromDays(900)));
        Assert.Equal(Samples.Start + TimeSpan.FromDays(27), Ladder.Due(closed.Then(Samples.Yamada, new OfficerAction.Reopen("more"), TimeSpan.FromDays(20)), Times));
    }

    /// <summary>Whether it is serious, after how many hours it is taken up (never where negative), its next date in days (none where 0), and when the clock looks.</summary>
    public static Arbitrary<(bool, int, int, int)> Looks { get; } = (
        from serious in Gen.Elements(true, false)
        from taken in Gen.Choose(-50, 100)
        from date in Gen.Choose(0, 30)
        from minutes in Gen.Choose(0, 90_000)
        select (serious, taken, date, minutes)).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property The_clock_does_a_thing_once_and_then_waits_for_a_later_time() => Prop.ForAll(Looks, look =>
    {
        var (serious, taken, date, minutes) = look;
        var incident = Samples.Incident(serious ? Severity.Serious : Severity.Caution);
        if (taken >= 0)
            incident = incident.Then(Samples.Yamada, new OfficerAction.Acknowledge(), TimeSpan.FromHours(taken));
        if (date > 0)
            incident = incident.Then(Samples.Yamada, new OfficerAction.SetNextDate(new DateOnly(2026, 11, 25).AddDays(date), "look"));
        var now = Samples.Start + TimeSpan.FromMinutes(minutes);
        var (due, climbed) = (Ladder.Due(incident, Times), Ladder.Climb(incident, Times, now));
        Assert.Equal(due <= now, climbed.Count > 0);
        var after = incident.With(climbed);
        Assert.Empty(Ladder.Climb(after, Times, now));
        Assert.True(Ladder.Due(after, Times) is null || Ladder.Due(after, Times) > now);
    });

    private static Incident After(Incident incident, TimeSpan time) => incident.With(Ladder.Climb(incident, Times, Samples.Start + time));
}
