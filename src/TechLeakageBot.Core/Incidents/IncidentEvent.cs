using System.Text.Json.Serialization;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Incidents;

/// <summary>Something that happened to an incident. Texts of people have their secrets masked.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Raised), "raised")]
[JsonDerivedType(typeof(Placed), "placed")]
[JsonDerivedType(typeof(DetailAdded), "detail-added")]
[JsonDerivedType(typeof(Withdrawn), "withdrawn")]
[JsonDerivedType(typeof(Acknowledged), "acknowledged")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(Answered), "answered")]
[JsonDerivedType(typeof(Noted), "noted")]
[JsonDerivedType(typeof(Assigned), "assigned")]
[JsonDerivedType(typeof(NextDateSet), "next-date-set")]
[JsonDerivedType(typeof(OthersConsulted), "others-consulted")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Reopened), "reopened")]
[JsonDerivedType(typeof(PackEdited), "pack-edited")]
[JsonDerivedType(typeof(PackApproved), "pack-approved")]
[JsonDerivedType(typeof(Escalated), "escalated")]
[JsonDerivedType(typeof(DateCame), "date-came")]
[JsonDerivedType(typeof(Stalled), "stalled")]
public abstract record IncidentEvent
{
    private IncidentEvent()
    {
    }

    public sealed record Opened(
        Severity Level,
        IReadOnlyList<Reason> Reasons,
        Reporter? Reporter,
        string? Seal,
        Language Language,
        string? SiteId,
        string? BureauId,
        string Topic,
        string? SimilarCase,
        IReadOnlyList<Signal> Signals,
        string Summary,
        IReadOnlyList<ContactTrace> Contacts) : IncidentEvent;

    /// <summary>The reporter told more in the consultation, and the level or the reasons changed.</summary>
    public sealed record Raised(
        Severity Level, IReadOnlyList<Reason> Reasons, IReadOnlyList<Signal> Signals, string Summary, IReadOnlyList<ContactTrace> Contacts) : IncidentEvent;

    /// <summary>The reporter said which site it is about, and that is another than was taken for it.</summary>
    /// <param name="SiteId">Null where the company has no site there.</param>
    public sealed record Placed(string? SiteId, string? BureauId, string Words) : IncidentEvent;

    public sealed record DetailAdded(string Text) : IncidentEvent;

    /// <summary>The reporter takes the report back. It stays open: only an officer ends an incident.</summary>
    public sealed record Withdrawn(string Why) : IncidentEvent;

    public sealed record Acknowledged : IncidentEvent;

    /// <summary>An officer asks the reporter.</summary>
    public sealed record Asked(string Text) : IncidentEvent;

    /// <summary>The reporter answers the officer.</summary>
    public sealed record Answered(string Text) : IncidentEvent;

    public sealed record Noted(string Text) : IncidentEvent;

    /// <param name="To">The officer's <see cref="Officer.Id"/>.</param>
    public sealed record Assigned(string To) : IncidentEvent;

    public sealed record NextDateSet(NextDate Date) : IncidentEvent;

    public sealed record OthersConsulted(Consulted Whom, string Note) : IncidentEvent;

    public sealed record Closed(Outcome Outcome, string Measures) : IncidentEvent;

    public sealed record Reopened(string Why) : IncidentEvent;

    public sealed record PackEdited(ReferralPack Pack) : IncidentEvent;

    public sealed record PackApproved : IncidentEvent;

    /// <summary>Nobody took it up in time.</summary>
    public sealed record Escalated(LadderStep Step) : IncidentEvent;

    /// <summary>The next date has come.</summary>
    public sealed record DateCame(NextDate Date) : IncidentEvent;

    /// <summary>Nothing was done about it for so long that it comes back by itself.</summary>
    public sealed record Stalled : IncidentEvent;
}
