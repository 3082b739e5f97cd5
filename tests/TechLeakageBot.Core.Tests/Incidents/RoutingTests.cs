using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Incidents;

public class RoutingTests
{
    /// <summary>Who hears of each kind of event, of a serious incident that an officer has in hand.</summary>
    private static readonly Dictionary<Type, string> Hears = new()
    {
        [typeof(IncidentEvent.Opened)] = "Officer by Chat, Officer by Mail",
        [typeof(IncidentEvent.Raised)] = "Handler by Chat, Handler by Mail",
        [typeof(IncidentEvent.Placed)] = "Officer by Chat, Officer by Mail",
        [typeof(IncidentEvent.DetailAdded)] = "Handler by Any",
        [typeof(IncidentEvent.Withdrawn)] = "Handler by Any",
        [typeof(IncidentEvent.Acknowledged)] = "reporter",
        [typeof(IncidentEvent.Asked)] = "reporter",
        [typeof(IncidentEvent.Answered)] = "Handler by Any",
        [typeof(IncidentEvent.Noted)] = "",
        [typeof(IncidentEvent.Assigned)] = "Handler by Any",
        [typeof(IncidentEvent.NextDateSet)] = "",
        [typeof(IncidentEvent.OthersConsulted)] = "",
        [typeof(IncidentEvent.Closed)] = "reporter",
        [typeof(IncidentEvent.Reopened)] = "reporter",
        [typeof(IncidentEvent.PackEdited)] = "",
        [typeof(IncidentEvent.PackApproved)] = "",
        [typeof(IncidentEvent.Escalated)] = "Officer by Chat, Officer by Mail",
        [typeof(IncidentEvent.DateCame)] = "Handler by Any",
        [typeof(IncidentEvent.Stalled)] = "Handler by Any",
    };

    public static TheoryData<Type> Kinds => FoldTests.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_event_reaches_whom_it_concerns(Type kind)
    {
        Assert.True(Hears.TryGetValue(kind, out var who), $"add a row for {kind.Name}");
        Assert.Equal(who, Of(kind, Samples.Incident()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_anonymous_reporter_is_never_told_in_chat(Type kind) =>
        Assert.Equal(Hears[kind].Replace("reporter", "", StringComparison.Ordinal), Of(kind, Samples.Anonymous("seal")));

    [Fact]
    public void What_is_not_serious_goes_on_one_road() =>
        Assert.Equal("Officer by Any", Of(Routing.Of(Samples.Incident(Severity.Caution), Samples.Incident(Severity.Caution).Timeline)));

    [Theory]
    [InlineData(LadderStep.Reminder, Audience.Officer)]
    [InlineData(LadderStep.Deputies, Audience.Deputies)]
    [InlineData(LadderStep.Everybody, Audience.Everybody)]
    public void Each_step_of_the_ladder_tells_more_people_by_chat_and_mail(LadderStep step, Audience to)
    {
        var incident = Samples.Incident().Then(new Actor.TheClock(), new IncidentEvent.Escalated(step));
        Assert.Equal($"{to} by Chat, {to} by Mail", Of(Routing.Of(incident, [incident.Timeline[^1]])));
    }

    [Fact]
    public void Who_takes_it_up_for_oneself_is_not_told_of_it()
    {
        var incident = Samples.Incident().Then(Samples.Yamada, new OfficerAction.Assign(Samples.Yamada.Id));
        Assert.Empty(Routing.Of(incident, [incident.Timeline[^1]]));
    }

    [Fact]
    public void An_alert_names_the_event_and_the_site_it_is_of_now()
    {
        var incident = Samples.Incident().Then(new Actor.TheReporter(), new IncidentEvent.Placed("osaka", "bureau.kinki", "Osaka"));
        Assert.Equal(
            new Effect.Alert(Samples.Number, 2, Audience.Officer, Road.Chat, "osaka"),
            Routing.Of(incident, [incident.Timeline[^1]]).First());
    }

    private static string Of(Type kind, Incident incident)
    {
        var (happened, by) = Samples.EachKind.Single(one => one.Event.GetType() == kind);
        var after = happened is IncidentEvent.Opened ? incident : incident.Then(Samples.Yamada, new OfficerAction.Acknowledge()).Then(by, happened);
        return Of(Routing.Of(after, [after.Timeline[^1]]));
    }

    private static string Of(IEnumerable<Effect> effects) => string.Join(", ", effects.Select(effect => effect switch
    {
        Effect.Alert alert => $"{alert.To} by {alert.Road}",
        Effect.Tell => "reporter",
        _ => effect.ToString(),
    }));
}
