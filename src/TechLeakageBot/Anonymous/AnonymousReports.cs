using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Anonymous;

/// <summary>
/// Reports of nobody known. They do not come through a conversation, so that nothing that is stored of a person lies beside them: what
/// leads back is the token alone, of which only a hash is kept.
/// </summary>
internal sealed class AnonymousReports(
    IIncidents incidents, IStore store, KnowledgeSource knowledge, IncidentGate gate, OutboxBell bell, IncidentBell incidentBell, TimeProvider time)
{
    private const int MostTries = 5;

    private byte[]? traceKey;

    /// <summary>What the officer would read, word for word. Nothing is stored.</summary>
    /// <param name="siteId">One of the company's sites; null for none or an unknown one.</param>
    public AnonymousDraft Draft(string words, string? siteId, Language language)
    {
        var known = knowledge.Current;
        var text = WellFormed.Of(words.Length <= Incident.LongestText ? words : words[..Incident.LongestText]).Trim();
        var reading = known.Reader.Read(text);
        var advisor = new Advisor(known.Handbook);
        var (summary, masked) = Masking.Apply(text, known.Company.CodeWords);
        var situation = reading.Intent == Intent.Situation;
        // Whoever takes this road has a reason: below caution nothing is filed.
        var level = situation && reading.Severity > Severity.Caution ? reading.Severity : Severity.Caution;
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
            known.Handbook.BureauOf(site?.Prefecture ?? reading.Place?.Prefecture)?.Id,
            language);
    }

    /// <summary>Files the report.</summary>
    /// <returns>The incident's number, and the token by which its reporter comes back: shown once, kept nowhere.</returns>
    public async Task<(string Number, string Token)> SendAsync(string words, string? siteId, Language language, CancellationToken cancel)
    {
        traceKey ??= await store.KeyAsync(IncidentKeys.Contacts, cancel);
        var draft = Draft(words, siteId, language);
        var token = ReturnToken.New();
        using var held = await gate.EnterAsync(cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            var now = time.GetUtcNow();
            var number = await incidents.NextNumberAsync(IncidentNumber.YearOf(now), cancel);
            var opened = new IncidentEvent.Opened(
                draft.Level, draft.Reasons, Reporter: null, ReturnToken.Seal(token), language, draft.Site?.Id, draft.BureauId, draft.Topic, draft.SimilarCase,
                draft.Signals, draft.Summary, ContactTraces.Find(words, traceKey));
            if (await CommitAsync(number, before: null, [new Recorded(1, now, new Actor.TheReporter(), opened)], now, cancel))
                return (number, token);
        }

        throw new InvalidOperationException($"An anonymous report met {MostTries} conflicts in a row; is another program writing the same database?");
    }

    /// <summary>The report of a token; null where no report has it.</summary>
    public async Task<Incident?> FindAsync(string token, CancellationToken cancel) =>
        ReturnToken.Read(token) is { } known ? await incidents.BySealAsync(ReturnToken.Seal(known), cancel) : null;

    /// <summary>What the reporter does about the report: adds to it, answers the officer, or takes it back.</summary>
    /// <returns>Null where no report has this token.</returns>
    public async Task<Decision?> PassAsync(string token, ReporterStep step, string words, CancellationToken cancel)
    {
        using var held = await gate.EnterAsync(cancel);
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            if (await FindAsync(token, cancel) is not { } incident)
                return null;
            var (company, now) = (knowledge.Current.Company, time.GetUtcNow());
            var decision = step == ReporterStep.Withdraw
                ? ReporterDecider.Withdraw(incident, words, company, now)
                : ReporterDecider.Answer(incident, words, company, now);
            if (decision is not Decision.Accepted { Events: { Count: > 0 } events } || await CommitAsync(incident.Number, incident, events, now, cancel))
                return decision;
        }

        throw new InvalidOperationException($"A report met {MostTries} conflicts in a row; is another program writing the same database?");
    }

    private async Task<bool> CommitAsync(string number, Incident? before, IReadOnlyList<Recorded> events, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await incidents.CommitAsync(IncidentChange.Of(number, before, events, knowledge.Current.Company), now, cancel))
            return false;
        bell.Ring();
        incidentBell.Ring();
        return true;
    }
}

/// <summary>An anonymous report before it is sent.</summary>
internal sealed record AnonymousDraft(
    string Summary,
    IReadOnlyList<MaskedKind> Masked,
    Severity Level,
    IReadOnlyList<Reason> Reasons,
    string Topic,
    string? SimilarCase,
    IReadOnlyList<Signal> Signals,
    Site? Site,
    string? BureauId,
    Language Language);
