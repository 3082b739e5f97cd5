using System.Globalization;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>How incidents are put in words, the same in chat, mail and at the desk.</summary>
public sealed class IncidentWording(Phrases say, Company company)
{
    /// <summary>A time as it is in Japan, such as <c>2026-11-25 18:03 JST</c>.</summary>
    public static string Time(DateTimeOffset at) => JapanTime.Of(at).ToString("yyyy-MM-dd HH:mm 'JST'", CultureInfo.InvariantCulture);

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Say Of(Phase phase) => phase switch
    {
        Phase.Received => Say.PhaseReceived,
        Phase.Acknowledged => Say.PhaseAcknowledged,
        Phase.InProgress => Say.PhaseInProgress,
        _ => Say.PhaseClosed,
    };

    public static Say Of(Outcome outcome) => outcome switch
    {
        Outcome.NoLeak => Say.OutcomeNoLeak,
        Outcome.PossibleLeak => Say.OutcomePossibleLeak,
        Outcome.Leak => Say.OutcomeLeak,
        _ => Say.OutcomeFalseAlarm,
    };

    public static Say Of(Consulted whom) => whom switch
    {
        Consulted.Bureau => Say.ConsultedBureau,
        Consulted.Inpit => Say.ConsultedInpit,
        Consulted.Police => Say.ConsultedPolice,
        _ => Say.ConsultedOther,
    };

    public static Say Of(MaskedKind kind) => kind switch
    {
        MaskedKind.Key => Say.MaskedKey,
        MaskedKind.Password => Say.MaskedPassword,
        MaskedKind.CardNumber => Say.MaskedCardNumber,
        MaskedKind.MyNumber => Say.MaskedMyNumber,
        MaskedKind.Mail => Say.MaskedMail,
        MaskedKind.Telephone => Say.MaskedTelephone,
        MaskedKind.Address => Say.MaskedAddress,
        _ => Say.MaskedCodeWord,
    };

    /// <summary>The name of an officer; of one who has left, what incidents name the person by.</summary>
    public string Officer(string? id, Language language) => company.OfficerById(id)?.Name.In(language) ?? id ?? "";

    public string Actor(Actor actor, Incident incident, Language language) => actor switch
    {
        Incidents.Actor.AnOfficer officer => Officer(officer.Id, language),
        Incidents.Actor.TheReporter => say[incident.Reporter is null ? Say.ReporterAnonymous : Say.ReporterTitle, language],
        _ => say[Say.TheClock, language],
    };

    public string Site(Incident incident, Language language) => SiteName(incident.SiteId, language);

    public string Masked(IReadOnlyList<MaskedKind> kinds, Language language) =>
        say[Say.MaskedNote, language, string.Join(language == Language.Japanese ? "、" : ", ", kinds.Select(kind => say[Of(kind), language]))];

    /// <summary>What happened, without the words of people; empty where the words say it all.</summary>
    public string Happened(IncidentEvent happened, Language language) => happened switch
    {
        IncidentEvent.Opened => say[Say.HappenedOpened, language],
        IncidentEvent.Raised raised => say[Say.HappenedRaised, language, say[Wording.Name(raised.Level), language]],
        IncidentEvent.Placed placed => say[Say.HappenedPlaced, language, SiteName(placed.SiteId, language)],
        IncidentEvent.DetailAdded => say[Say.HappenedDetail, language],
        IncidentEvent.Withdrawn => say[Say.HappenedWithdrawn, language],
        IncidentEvent.Acknowledged => say[Say.HappenedAcknowledged, language],
        IncidentEvent.Asked => say[Say.HappenedAsked, language],
        IncidentEvent.Answered => say[Say.HappenedAnswered, language],
        IncidentEvent.Noted => say[Say.HappenedNoted, language],
        IncidentEvent.Assigned assigned => say[Say.HappenedAssigned, language, Officer(assigned.To, language)],
        IncidentEvent.NextDateSet set => say[Say.HappenedNextDate, language, Day(set.Date.On)],
        IncidentEvent.OthersConsulted consulted => say[Say.HappenedConsulted, language, say[Of(consulted.Whom), language]],
        IncidentEvent.Closed closed => say[Say.HappenedClosed, language, say[Of(closed.Outcome), language]],
        IncidentEvent.Reopened => say[Say.HappenedReopened, language],
        IncidentEvent.PackEdited => say[Say.HappenedPackEdited, language],
        IncidentEvent.PackApproved => say[Say.HappenedPackApproved, language],
        IncidentEvent.Escalated escalated => say[Of(escalated.Step), language],
        IncidentEvent.DateCame date => say[Say.HappenedDateCame, language, Day(date.Date.On)],
        _ => say[Say.HappenedStalled, language],
    };

    /// <summary>The words of people in an event; null where it holds none.</summary>
    public static string? Words(IncidentEvent happened) => happened switch
    {
        IncidentEvent.Opened opened => opened.Summary,
        IncidentEvent.Raised raised => raised.Summary,
        IncidentEvent.Placed placed => placed.Words,
        IncidentEvent.DetailAdded detail => detail.Text,
        IncidentEvent.Withdrawn withdrawn => withdrawn.Why,
        IncidentEvent.Asked asked => asked.Text,
        IncidentEvent.Answered answered => answered.Text,
        IncidentEvent.Noted noted => noted.Text,
        IncidentEvent.NextDateSet set => set.Date.Why,
        IncidentEvent.OthersConsulted { Note.Length: > 0 } consulted => consulted.Note,
        IncidentEvent.Closed closed => closed.Measures,
        IncidentEvent.Reopened reopened => reopened.Why,
        IncidentEvent.DateCame date => date.Date.Why,
        _ => null,
    };

    /// <summary>Why an action was refused.</summary>
    public string Refused(Refusal refusal, Language language) => refusal switch
    {
        Refusal.NotAnOfficer => say[Say.RefusedNotOfficer, language],
        Refusal.IsClosed closed => say[Say.RefusedClosed, language, Officer(closed.Closing.By, language), Time(closed.Closing.At)],
        Refusal.IsNotClosed => say[Say.RefusedNotClosed, language],
        Refusal.DoneAlready done => say[Say.RefusedDone, language, Officer(done.By, language), Time(done.At)],
        Refusal.TextMissing => say[Say.RefusedNoText, language],
        Refusal.TextTooLong tooLong => say[Say.RefusedTooLong, language, tooLong.Longest.ToString(CultureInfo.InvariantCulture)],
        Refusal.UnknownOfficer => say[Say.RefusedUnknownOfficer, language],
        Refusal.DateOutOfRange => say[Say.RefusedDate, language],
        Refusal.ReporterUnreachable => say[Say.RefusedUnreachable, language],
        _ => say[Say.RefusedNoPack, language],
    };

    private string SiteName(string? siteId, Language language) => company.SiteOf(siteId)?.Name.In(language) ?? say[Say.SiteUnknown, language];

    private static Say Of(LadderStep step) => step switch
    {
        LadderStep.Reminder => Say.HappenedReminder,
        LadderStep.Deputies => Say.HappenedToDeputies,
        _ => Say.HappenedToEverybody,
    };
}
