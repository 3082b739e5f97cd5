using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Storage;

/// <summary>An alert as schema 1 kept it, before there were incidents: with the words themselves, and no number.</summary>
internal sealed record FormerAlert(
    Severity Severity, IReadOnlyList<Reason> Reasons, string Topic, string? SiteId, string? BureauId, string Summary, Language Language)
{
    /// <summary>The incident that it becomes. Who reported it is not carried over: an alert names nobody.</summary>
    /// <param name="at">When the alert was written. Its deadlines count from then, and are set anew when the ladder starts.</param>
    public IncidentChange ToIncident(string number, DateTimeOffset at)
    {
        var opened = new IncidentEvent.Opened(
            Severity, Reasons, Reporter: null, Seal: null, Language, SiteId, BureauId, Topic, SimilarCase: null, Signals: [], Summary, Contacts: []);
        return IncidentChange.Of(number, before: null, [new Recorded(1, at, new Actor.TheReporter(), opened)], Company.Unknown);
    }
}
