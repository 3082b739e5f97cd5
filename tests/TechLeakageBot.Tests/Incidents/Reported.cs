using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Tests.Incidents;

/// <summary>Incidents made by hand.</summary>
internal static class Reported
{
    public const string Number = "TL-2026-0001";

    public static DateTimeOffset At { get; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.Zero);

    public static Reporter Somebody { get; } = new("directline", "conversation", "person");

    public static IncidentEvent.Opened Opened(string words = "図面を送ってしまいました", string? site = "osaka") => new(
        Severity.Serious, [Reason.Out, Reason.State], Somebody, Seal: null, Language.Japanese, site, "bureau.kinki", "case.people.sns", "case.people.sns",
        [Signal.Stranger], words, []);

    public static Incident Incident(IncidentEvent.Opened? opened = null, string number = Number) =>
        IncidentFold.Of(number, [new Recorded(1, At, new Actor.TheReporter(), opened ?? Opened())])!;

    public static IncidentChange Change(string number = Number, IncidentEvent.Opened? opened = null) =>
        IncidentChange.Of(number, before: null, [new Recorded(1, At, new Actor.TheReporter(), opened ?? Opened())], Company.Unknown);

    /// <summary>What follows on an incident.</summary>
    public static IncidentChange Next(Incident incident, IncidentEvent happened, Actor? by = null) =>
        IncidentChange.Of(incident.Number, incident, [new Recorded(incident.Version + 1, At, by ?? new Actor.AnOfficer("officer@example.co.jp"), happened)], Company.Unknown);
}
