using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Incidents;

/// <summary>What a person reported and what became of it: the fold of its events (<see cref="IncidentFold"/>).</summary>
/// <param name="Number">Such as <c>TL-2026-0001</c>.</param>
/// <param name="Version">How many events it has; the number of the last one.</param>
/// <param name="Reporter">Who reported it, and where answers go; null where the report is anonymous.</param>
/// <param name="Seal">Hash of the token by which an anonymous reporter comes back; null where the reporter is known.</param>
/// <param name="SiteId">The company's site; null where none is known.</param>
/// <param name="Summary">The reporter's own words, secrets masked; what was added later stands in the timeline.</param>
/// <param name="AcknowledgedAt">When an officer first took it up; null until then.</param>
/// <param name="Handler">Who has it in hand, by <see cref="Officer.Id"/>; null until an officer takes it up.</param>
/// <param name="Steps">How many steps of the ladder were taken since it was last waiting for an officer.</param>
/// <param name="WaitingSince">Since when it waits for an officer; null once it was taken up.</param>
/// <param name="Progress">When somebody last did something about it; the clock's own steps do not count.</param>
/// <param name="NextDate">The day on which somebody wanted to look again, and why.</param>
/// <param name="Closing">How it ended; null while it is open.</param>
/// <param name="Pack">The referral pack's free parts, as the officer last wrote them.</param>
public sealed record Incident(
    string Number,
    int Version,
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
    IReadOnlyList<ContactTrace> Contacts,
    Phase Phase,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AcknowledgedAt,
    string? Handler,
    int Steps,
    DateTimeOffset? WaitingSince,
    DateTimeOffset Progress,
    NextDate? NextDate,
    Closing? Closing,
    bool Withdrawn,
    ReferralPack? Pack,
    IReadOnlyList<Recorded> Timeline)
{
    /// <summary>Longest text that anybody may add to it at once, in characters.</summary>
    public const int LongestText = 10_000;

    public bool IsOpen => Phase != Phase.Closed;

    /// <summary>The officer's question that the reporter has not answered yet; null where none waits.</summary>
    public Recorded? OpenQuestion => Timeline.LastOrDefault(entry => entry.Event is IncidentEvent.Asked or IncidentEvent.Answered or IncidentEvent.Closed) is { Event: IncidentEvent.Asked } asked ? asked : null;

    /// <summary>By which event an officer took it up since it last waited for one; null while it waits.</summary>
    public Recorded? TakenUp { get; init; }
}

/// <summary>Where an incident stands.</summary>
public enum Phase
{
    Received,
    Acknowledged,
    InProgress,
    Closed,
}

/// <summary>How an incident ended.</summary>
public enum Outcome
{
    NoLeak,
    PossibleLeak,
    Leak,
    FalseAlarm,
}

/// <summary>Whom the officer consulted outside the company (handbook pp. 19-20).</summary>
public enum Consulted
{
    Bureau,
    Inpit,
    Police,
    Other,
}

/// <summary>One person in one conversation of one channel, where answers reach the reporter.</summary>
public sealed record Reporter(string Channel, string Conversation, string Person);

/// <param name="On">A day in Japan.</param>
public sealed record NextDate(DateOnly On, string Why);

/// <param name="Measures">What was done, in the officer's words.</param>
public sealed record Closing(Outcome Outcome, string Measures, string By, DateTimeOffset At);

/// <summary>What the officer writes for the bureau or the police beside what is known; each text may be empty.</summary>
/// <param name="Approved">By whom and when the pack was approved as it stands; an edit takes the approval away.</param>
public sealed record ReferralPack(string Facts, string Disclosed, string Counterpart, string Contact, Approval? Approved = null);

public sealed record Approval(string By, DateTimeOffset At);

/// <summary>One event with its place: the number within its incident from 1 on, when, and by whom.</summary>
public sealed record Recorded(int Number, DateTimeOffset At, Actor By, IncidentEvent Event);
