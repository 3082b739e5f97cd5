using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Anonymous;

/// <summary>
/// Reports of nobody known. They do not come through a conversation, so that nothing that is stored of a person lies beside them: what
/// leads back is the token alone, of which only a hash is kept.
/// </summary>
internal sealed class AnonymousReports(IIncidents incidents, IncidentWriter writer, IStore store, KnowledgeSource knowledge)
{
    private byte[]? traceKey;

    /// <summary>What the officer would read, word for word. Nothing is stored.</summary>
    /// <param name="siteId">One of the company's sites; null for none or an unknown one.</param>
    public AnonymousDraft Draft(string words, string? siteId)
    {
        var known = knowledge.Current;
        var text = WellFormed.Of(words).Trim();
        var reading = known.Reader.Read(text);
        var advisor = new Advisor(known.Handbook);
        var (summary, masked) = Masking.Apply(text, known.Company.CodeWords);
        // Whoever takes this road has a reason: below caution nothing is filed.
        var level = reading is { Intent: Intent.Situation, Severity: Severity.Serious } ? Severity.Serious : Severity.Caution;
        var site = known.Company.SiteOf(siteId);
        return new AnonymousDraft(
            summary,
            masked,
            level,
            level == Severity.Serious ? reading.Reasons : [],
            advisor.Topic(reading.Topics),
            advisor.SimilarCase(reading.Topics),
            [.. reading.Signals],
            site,
            known.Handbook.BureauOf(site?.Prefecture ?? reading.Place?.Prefecture)?.Id);
    }

    /// <summary>Files the report, once however often it is sent with the same token.</summary>
    /// <param name="token">As <see cref="ReturnToken.New"/> made it. By it the reporter comes back; it is kept nowhere.</param>
    /// <returns>The incident's number.</returns>
    public async Task<string> SendAsync(string words, string? siteId, Language language, string token, CancellationToken cancel)
    {
        if (await FindAsync(token, cancel) is { } sent)
            return sent.Number;
        traceKey ??= await store.KeyAsync(IncidentKeys.Contacts, cancel);
        var draft = Draft(words, siteId);
        return await writer.OpenAsync(
            new IncidentEvent.Opened(
                draft.Level, draft.Reasons, Reporter: null, ReturnToken.Seal(token), language, draft.Site?.Id, draft.BureauId, draft.Topic, draft.SimilarCase,
                draft.Signals, draft.Summary, ContactTraces.Find(words, traceKey, knowledge.Current.OwnContacts)),
            cancel);
    }

    /// <summary>The report of a token; null where no report has it.</summary>
    public async Task<Incident?> FindAsync(string token, CancellationToken cancel) =>
        ReturnToken.Read(token) is { } known ? await incidents.BySealAsync(ReturnToken.Seal(known), cancel) : null;

    /// <summary>What the reporter does about the report: adds to it, answers the officer, or takes it back.</summary>
    /// <param name="seen">The version of the report that the reporter saw; what was written since is not written twice.</param>
    /// <returns>Null where no report has this token.</returns>
    public Task<Decision?> PassAsync(string token, ReporterStep step, string words, int seen, CancellationToken cancel) => writer.DecideAsync(
        find => FindAsync(token, find),
        (incident, company, now) =>
        {
            var decision = step == ReporterStep.Withdraw
                ? ReporterDecider.Withdraw(incident, words, company, now)
                : ReporterDecider.Answer(incident, words, company, now);
            return decision is Decision.Accepted { Events: [var happened, ..] } && IsThere(incident, happened.Event, seen) ? new Decision.Accepted([], []) : decision;
        },
        cancel);

    private static bool IsThere(Incident incident, IncidentEvent happened, int seen) => incident.Timeline.Any(recorded =>
        recorded.Number > seen && recorded.By is Actor.TheReporter && IncidentWording.Words(recorded.Event) == IncidentWording.Words(happened));
}

/// <summary>An anonymous report before it is sent.</summary>
public sealed record AnonymousDraft(
    string Summary,
    IReadOnlyList<MaskedKind> Masked,
    Severity Level,
    IReadOnlyList<Reason> Reasons,
    string Topic,
    string? SimilarCase,
    IReadOnlyList<Signal> Signals,
    Site? Site,
    string? BureauId);
