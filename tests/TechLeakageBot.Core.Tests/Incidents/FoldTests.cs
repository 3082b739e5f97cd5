using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using Outcome = TechLeakageBot.Core.Incidents.Outcome;

namespace TechLeakageBot.Core.Tests.Incidents;

public class FoldTests
{
    private static readonly JsonSerializerOptions Stored = new()
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>What each kind of event changes, seen from an incident that an officer has in hand.</summary>
    private static readonly Dictionary<Type, Func<Incident, bool>> Changes = new()
    {
        [typeof(IncidentEvent.Opened)] = i => i is { Phase: Phase.Received, Summary: "I sent it", WaitingSince: not null },
        [typeof(IncidentEvent.Raised)] = i => i is { Summary: "more", Reasons: [Reason.Out, Reason.State], Contacts.Count: 2, Handler: not null },
        [typeof(IncidentEvent.Placed)] = i => i is { SiteId: "osaka", BureauId: "bureau.kinki", Handler: null, WaitingSince: not null, TakenUp: null },
        [typeof(IncidentEvent.DetailAdded)] = i => i is { Phase: Phase.Acknowledged, Summary: "I sent it" },
        [typeof(IncidentEvent.Withdrawn)] = i => i is { Withdrawn: true, IsOpen: true },
        [typeof(IncidentEvent.Acknowledged)] = i => i is { Phase: Phase.Acknowledged, Handler: "yamada@example.co.jp", WaitingSince: null },
        [typeof(IncidentEvent.Asked)] = i => i is { Phase: Phase.InProgress, OpenQuestion.Event: IncidentEvent.Asked { Text: "When?" } },
        [typeof(IncidentEvent.Answered)] = i => i is { OpenQuestion: null, Phase: Phase.Acknowledged },
        [typeof(IncidentEvent.Noted)] = i => i.Phase == Phase.InProgress,
        [typeof(IncidentEvent.Assigned)] = i => i is { Phase: Phase.InProgress, Handler: "suzuki@example.co.jp" },
        [typeof(IncidentEvent.NextDateSet)] = i => i is { Phase: Phase.InProgress, NextDate.Why: "look again" },
        [typeof(IncidentEvent.OthersConsulted)] = i => i.Phase == Phase.InProgress,
        [typeof(IncidentEvent.Closed)] = i => i is { Phase: Phase.Closed, Closing: { Outcome: Outcome.PossibleLeak, Measures: "passwords changed", By: "yamada@example.co.jp" } },
        [typeof(IncidentEvent.Reopened)] = i => i is { Phase: Phase.InProgress, Closing: null },
        [typeof(IncidentEvent.PackEdited)] = i => i is { Pack: { Facts: "facts", Approved: null } },
        [typeof(IncidentEvent.PackApproved)] = i => i.Pack is null,
        [typeof(IncidentEvent.Escalated)] = i => i.Steps == 1,
        [typeof(IncidentEvent.DateCame)] = i => i.NextDate is null,
        [typeof(IncidentEvent.Stalled)] = i => i.Progress == Samples.Start + TimeSpan.FromDays(8),
    };

    public static TheoryData<Type> Kinds => [.. typeof(IncidentEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(IncidentEvent)))];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_changes_what_it_says(Type kind)
    {
        Assert.True(Changes.TryGetValue(kind, out var changed), $"add a row for {kind.Name}");
        var (happened, by) = Sample(kind);
        var before = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Acknowledge());
        var after = kind == typeof(IncidentEvent.Opened) ? Samples.Incident() : before.Then(by, happened, TimeSpan.FromDays(8));
        Assert.True(changed(after), after.ToString());
        Assert.Equal(by is Actor.TheClock && happened is not IncidentEvent.Stalled ? before.Progress : after.Timeline[^1].At, after.Progress);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_event_comes_back_from_json(Type kind)
    {
        var recorded = new Recorded(1, Samples.Start, Sample(kind).By, Sample(kind).Event);
        var json = JsonSerializer.Serialize(recorded, Stored);
        var back = JsonSerializer.Deserialize<Recorded>(json, Stored)!;
        Assert.Equal(json, JsonSerializer.Serialize(back, Stored));
        Assert.Equal((kind, recorded.By), (back.Event.GetType(), back.By));
    }

    [Fact]
    public void Every_kind_of_event_has_words_of_its_own()
    {
        var wording = new IncidentWording(Known.Base.Phrases, Samples.Company);
        Assert.Equal(Samples.EachKind.Length, Samples.EachKind.Select(one => wording.Happened(one.Event, Language.English)).Distinct().Count());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(0)]
    public void A_number_twice_or_left_out_is_refused(int number) =>
        Assert.Throws<ArgumentException>(() => Samples.Incident().With(new Recorded(number, Samples.Start, Samples.By(Samples.Yamada), new IncidentEvent.Acknowledged())));

    [Fact]
    public void What_is_no_opening_opens_nothing()
    {
        Assert.Throws<ArgumentException>(() => IncidentFold.Of(Samples.Number, [new Recorded(1, Samples.Start, new Actor.TheClock(), new IncidentEvent.Stalled())]));
        Assert.Throws<ArgumentException>(() => IncidentFold.Of(Samples.Number, [new Recorded(2, Samples.Start, new Actor.TheReporter(), Samples.Opened())]));
        Assert.Throws<ArgumentException>(() => Samples.Incident().Then(new Actor.TheReporter(), Samples.Opened()));
        Assert.Null(IncidentFold.Of(Samples.Number, []));
    }

    [Fact]
    public void A_higher_level_waits_for_an_officer_anew_and_a_further_reason_does_not()
    {
        var taken = Samples.Incident(Severity.Caution).Then(Samples.Yamada, new OfficerAction.Acknowledge());
        var raised = taken.Then(new Actor.TheReporter(), Raised(Reason.Out), TimeSpan.FromHours(1));
        Assert.Equal((Samples.Start + TimeSpan.FromHours(1), 0, Phase.Acknowledged), (raised.WaitingSince, raised.Steps, raised.Phase));
        Assert.Null(raised.Then(Samples.Suzuki, new OfficerAction.Acknowledge()).Then(new Actor.TheReporter(), Raised(Reason.Out, Reason.State)).WaitingSince);
    }

    [Fact]
    public void A_closing_ends_the_open_question()
    {
        var asked = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Ask("When?"));
        var closed = asked.Then(Samples.Yamada, new OfficerAction.Close(Outcome.NoLeak, "checked"));
        Assert.NotNull(asked.OpenQuestion);
        Assert.Null(closed.OpenQuestion);
        Assert.Null(closed.Then(Samples.Yamada, new OfficerAction.Reopen("more")).OpenQuestion);
    }

    [Fact]
    public void An_edit_takes_the_approval_of_the_pack_away()
    {
        var pack = new OfficerAction.EditPack(new ReferralPack("a", "b", "c", "d", new Approval("forged", Samples.Start)));
        var edited = Samples.Incident().Then(Samples.Yamada, pack);
        Assert.Null(edited.Pack!.Approved);
        var approved = edited.Then(Samples.Yamada, new OfficerAction.ApprovePack());
        Assert.Equal(Samples.Yamada.Id, approved.Pack!.Approved!.By);
        Assert.Null(approved.Then(Samples.Suzuki, pack).Pack!.Approved);
    }

    /// <summary>Actions of anybody in any order, with the minutes that pass before each.</summary>
    public static Arbitrary<(int Action, int Minutes)[]> Lives { get; } =
        Gen.Choose(0, 15).SelectMany(action => Gen.Choose(0, 12_000).Select(minutes => (action, minutes))).ArrayOf(25).ToArbitrary();

    [Property(MaxTest = 300)]
    public Property Whatever_is_accepted_folds_and_phases_go_forward_only() => Prop.ForAll(Lives, life =>
    {
        var (incident, now) = (Samples.Incident(Severity.Caution), Samples.Start);
        foreach (var (action, minutes) in life)
        {
            now += TimeSpan.FromMinutes(minutes);
            var before = incident;
            incident = incident.With(Act(incident, action, now));
            foreach (var (from, to) in Steps(before, incident))
                Assert.True(to >= from || (from == Phase.Closed && to == Phase.InProgress), $"{from} became {to}");
            Assert.Equal(incident.IsOpen, incident.Closing is null);
            Assert.Equal(incident.Phase == Phase.Received, incident.AcknowledgedAt is null);
            Assert.True(incident.IsOpen || incident is { NextDate: null, OpenQuestion: null, WaitingSince: null });
        }

        var whole = IncidentFold.Of(Samples.Number, incident.Timeline)!;
        Assert.Equal(JsonSerializer.Serialize(incident, Stored), JsonSerializer.Serialize(whole, Stored));
        Assert.Equal(Enumerable.Range(1, incident.Version), incident.Timeline.Select(recorded => recorded.Number));
    });

    private static IEnumerable<(Phase From, Phase To)> Steps(Incident before, Incident after)
    {
        var at = before;
        foreach (var recorded in after.Timeline.Skip(before.Version))
        {
            var next = at.With(recorded);
            yield return (at.Phase, next.Phase);
            at = next;
        }
    }

    private static IReadOnlyList<Recorded> Act(Incident incident, int action, DateTimeOffset now)
    {
        var by = action % 2 == 0 ? Samples.Yamada : Samples.Suzuki;
        return action switch
        {
            0 or 1 => Officer(new OfficerAction.Acknowledge()),
            2 => Officer(new OfficerAction.Ask("When?")),
            3 => Officer(new OfficerAction.Note("note")),
            4 => Officer(new OfficerAction.Assign(Samples.Suzuki.Id)),
            5 => Officer(new OfficerAction.SetNextDate(DateOnly.FromDateTime(now.DateTime).AddDays(3), "look")),
            6 => Officer(new OfficerAction.Consult(Consulted.Bureau, "")),
            7 or 8 => Officer(new OfficerAction.Close(Outcome.NoLeak, "done")),
            9 => Officer(new OfficerAction.Reopen("more")),
            10 => Officer(new OfficerAction.EditPack(new ReferralPack("a", "", "", ""))),
            11 => Officer(new OfficerAction.ApprovePack()),
            12 => Events(ReporterDecider.AddDetail(incident, "detail", Samples.Company, now)),
            13 => Events(ReporterDecider.Answer(incident, "answer", Samples.Company, now)),
            14 => Events(ReporterDecider.Withdraw(incident, "mistake", Samples.Company, now)),
            _ => Ladder.Climb(incident, Escalation.Default, now),
        };

        IReadOnlyList<Recorded> Officer(OfficerAction does) => Events(OfficerDecider.Decide(incident, does, by, Samples.Company, now));
    }

    private static IReadOnlyList<Recorded> Events(Decision decision) => decision is Decision.Accepted accepted ? accepted.Events : [];

    private static IncidentEvent.Raised Raised(params Reason[] reasons) => new(Severity.Serious, reasons, [], "more", []);

    private static (IncidentEvent Event, Actor By) Sample(Type kind)
    {
        var samples = Samples.EachKind.Where(one => one.Event.GetType() == kind).ToImmutableArray();
        Assert.True(samples.Length == 1, $"add a sample of {kind.Name}");
        return samples[0];
    }
}
