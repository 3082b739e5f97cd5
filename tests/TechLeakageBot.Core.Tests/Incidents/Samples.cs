using System.Collections.Immutable;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Incidents;

/// <summary>A company with two sites and its incidents.</summary>
internal static class Samples
{
    public const string Number = "TL-2026-0001";

    /// <summary>A Wednesday, 10:00 in Japan.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);

    public static readonly Officer Yamada = Of("山田", "Yamada", "hamamatsu");
    public static readonly Officer Sato = Of("佐藤", "Sato", "osaka");
    public static readonly Officer Suzuki = Of("鈴木", "Suzuki");

    public static readonly Reporter Tanaka = new("test", "conversation", "person");

    public static readonly Company Company = Company.Unknown with
    {
        Sites = [Known.Hamamatsu, Known.Osaka],
        Officers = [Yamada, Sato],
        Deputies = [Suzuki],
        CodeWords = ["Bluebird"],
    };

    /// <summary>One event of each kind, and who may do it.</summary>
    public static readonly ImmutableArray<(IncidentEvent Event, Actor By)> EachKind =
    [
        (Opened(), new Actor.TheReporter()),
        (new IncidentEvent.Raised(Severity.Serious, [Reason.Out, Reason.State], [Signal.Given], "more", [new ContactTrace(TraceKind.Mail, "cd")]), new Actor.TheReporter()),
        (new IncidentEvent.Placed("osaka", "bureau.kinki", "in Osaka"), new Actor.TheReporter()),
        (new IncidentEvent.DetailAdded("by mail"), new Actor.TheReporter()),
        (new IncidentEvent.Withdrawn("a mistake"), new Actor.TheReporter()),
        (new IncidentEvent.Acknowledged(), By(Yamada)),
        (new IncidentEvent.Asked("When?"), By(Yamada)),
        (new IncidentEvent.Answered("On Monday"), new Actor.TheReporter()),
        (new IncidentEvent.Noted("note"), By(Yamada)),
        (new IncidentEvent.Assigned(Suzuki.Id), By(Yamada)),
        (new IncidentEvent.NextDateSet(new NextDate(new DateOnly(2026, 12, 1), "look again")), By(Yamada)),
        (new IncidentEvent.OthersConsulted(Consulted.Police, "by telephone"), By(Yamada)),
        (new IncidentEvent.Closed(Outcome.PossibleLeak, "passwords changed"), By(Yamada)),
        (new IncidentEvent.Reopened("more came up"), By(Yamada)),
        (new IncidentEvent.PackEdited(new ReferralPack("facts", "what", "who", "us")), By(Yamada)),
        (new IncidentEvent.PackApproved(), By(Yamada)),
        (new IncidentEvent.Escalated(LadderStep.Reminder), new Actor.TheClock()),
        (new IncidentEvent.DateCame(new NextDate(new DateOnly(2026, 12, 1), "look again")), new Actor.TheClock()),
        (new IncidentEvent.Stalled(), new Actor.TheClock()),
    ];

    public static Actor By(Officer officer) => new Actor.AnOfficer(officer.Id);

    public static IncidentEvent.Opened Opened(Severity level = Severity.Serious, Reporter? reporter = null, string? site = "hamamatsu") => new(
        level, level == Severity.Serious ? [Reason.Out] : [], reporter ?? Tanaka, null, Language.English, site, "bureau.kanto", Known.Sns, Known.Sns, [Signal.Given], "I sent it",
        [new ContactTrace(TraceKind.Domain, "ab")]);

    public static Incident Incident(Severity level = Severity.Serious) => From(Opened(level));

    /// <summary>Nobody knows who reported it.</summary>
    public static Incident Anonymous(string? seal) => From(Opened() with { Reporter = null, Seal = seal });

    public static Incident From(IncidentEvent.Opened opened) => IncidentFold.Of(Number, [new Recorded(1, Start, new Actor.TheReporter(), opened)])!;

    /// <param name="after">How long after the report.</param>
    public static Incident Then(this Incident incident, Officer by, OfficerAction action, TimeSpan after = default) =>
        incident.With(Assert.IsType<Decision.Accepted>(incident.Try(by, action, after)).Events);

    public static Decision Try(this Incident incident, Officer? by, OfficerAction action, TimeSpan after = default) =>
        OfficerDecider.Decide(incident, action, by, Company, Start + after);

    public static Incident Then(this Incident incident, Actor by, IncidentEvent happened, TimeSpan after = default) =>
        incident.With(new Recorded(incident.Version + 1, Start + after, by, happened));

    public static Refusal Refusal(Decision decision) => Assert.IsType<Decision.Refused>(decision).Why;

    /// <param name="sites">None for all.</param>
    private static Officer Of(string ja, string en, params string[] sites) =>
        new(new Bilingual(ja, en), null, $"{en.ToLowerInvariant()}@example.co.jp", null, sites) { Chats = [new ChatAccount("test", en)] };
}
