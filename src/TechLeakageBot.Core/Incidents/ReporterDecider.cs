namespace TechLeakageBot.Core.Incidents;

/// <summary>What a reporter's words about a report come to.</summary>
public static class ReporterDecider
{
    public static Decision AddDetail(Incident incident, string text, Company company, DateTimeOffset now) =>
        Decide(incident, text, company, now, safe => new IncidentEvent.DetailAdded(safe));

    /// <summary>The answer to the officer's question; one more detail where none waits.</summary>
    public static Decision Answer(Incident incident, string text, Company company, DateTimeOffset now) =>
        Decide(incident, text, company, now, safe => incident.OpenQuestion is null ? new IncidentEvent.DetailAdded(safe) : new IncidentEvent.Answered(safe));

    public static Decision Withdraw(Incident incident, string why, Company company, DateTimeOffset now) => incident switch
    {
        { Closing: { } closing } => new Decision.Refused(new Refusal.IsClosed(closing)),
        { Withdrawn: true } => new Decision.Accepted([], []),
        _ => Decide(incident, why, company, now, safe => new IncidentEvent.Withdrawn(safe)),
    };

    private static Decision Decide(Incident incident, string text, Company company, DateTimeOffset now, Func<string, IncidentEvent> happened)
    {
        var texts = new Texts(company.CodeWords);
        return texts.Take(text, safe => new Decision.Accepted([new Recorded(incident.Version + 1, now, new Actor.TheReporter(), happened(safe))], texts.Masked));
    }
}
