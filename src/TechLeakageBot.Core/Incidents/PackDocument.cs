using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Handbook;

namespace TechLeakageBot.Core.Incidents;

/// <summary>The referral pack of an incident as it is handed to a bureau or the police: one page, on which the reporter has no name.</summary>
/// <param name="Approved">Null while no officer has approved it as it stands.</param>
public sealed record PackDocument(string Title, IReadOnlyList<PackSection> Sections, string? Approved, string Footer)
{
    /// <summary>What an officer starts from before the pack was first edited.</summary>
    public static ReferralPack Draft(Incident incident, KnowledgeBase knowledge, Language language)
    {
        var say = knowledge.Phrases;
        var officer = knowledge.Company.OfficerById(incident.Handler) ?? knowledge.Company.OfficerOf(incident.SiteId);
        return new ReferralPack(
            incident.Summary,
            string.Join('\n', incident.Reasons.Select(reason => say[Wording.Sentence(reason), language])),
            "",
            officer is null ? "" : string.Join('\n', new[] { officer.Name.In(language), officer.Role?.In(language), officer.Tel, officer.Mail }.Where(line => !string.IsNullOrEmpty(line))));
    }

    public static PackDocument Of(Incident incident, KnowledgeBase knowledge, Language language)
    {
        var (say, wording) = (knowledge.Phrases, new IncidentWording(knowledge.Phrases, knowledge.Company));
        var pack = incident.Pack ?? Draft(incident, knowledge, language);
        var bureau = knowledge.Handbook.Bureaus.FirstOrDefault(bureau => bureau.Id == incident.BureauId);
        var near = knowledge.Handbook.Find<Topic>(incident.SimilarCase ?? incident.Topic);
        PackSection[] sections =
        [
            new(say[Say.PackOverview, language],
            [
                .. knowledge.Company.Name is { } company ? [$"{say[Say.PackCompany, language]}: {company.In(language)}"] : Array.Empty<string>(),
                $"{say[Say.AlertSite, language]}: {wording.Site(incident, language)}",
                $"{say[Say.AlertReceived, language]}: {IncidentWording.Time(incident.OpenedAt)}",
                $"{say[Say.PhaseTitle, language]}: {say[IncidentWording.Of(incident.Phase), language]}",
                $"{say[Say.ReporterTitle, language]}: {say[incident.Reporter is null ? Say.ReporterAnonymous : Say.PackReporterKept, language]}",
            ]),
            new(say[Say.PackFacts, language], Lines(pack.Facts)),
            new(say[Say.PackDisclosed, language], Lines(pack.Disclosed)),
            new(say[Say.PackCounterpart, language], Lines(pack.Counterpart)),
            new(say[Say.TimelineTitle, language], [.. incident.Timeline.Where(IsFact).Select(recorded => $"{IncidentWording.Time(recorded.At)} {wording.Happened(recorded.Event, language)}")]),
            new(say[Say.PackContact, language], Lines(pack.Contact)),
            new(say[Say.PackReferences, language],
            [
                .. near is null ? Array.Empty<string>() : [say[Say.AlertRelated, language, near.Title.In(language), string.Join(", ", near.Pages)]],
                .. bureau is null ? Array.Empty<string>() : [$"{bureau.Name.In(language)} {bureau.Section.In(language)} {bureau.Tel} {bureau.Mail}"],
            ]),
        ];
        return new PackDocument(
            say[Say.PackTitle, language, incident.Number],
            [.. sections.Select(section => section.Lines.Count > 0 ? section : section with { Lines = [say[Say.PackNothing, language]] })],
            pack.Approved is { } approved ? say[Say.PackApprovedBy, language, wording.Officer(approved.By, language), IncidentWording.Time(approved.At)] : null,
            say[Say.PackFooter, language]);
    }

    /// <summary>The document in Markdown. What people wrote stands in it as plain text, whatever signs it holds.</summary>
    public string ToMarkdown() => string.Join('\n',
    [
        $"# {Plain(Title)}",
        "",
        .. Sections.SelectMany(section => new[] { $"## {Plain(section.Title)}", "" }.Concat(section.Lines.Select(line => $"- {Plain(line)}")).Append("")),
        .. Approved is null ? Array.Empty<string>() : [Plain(Approved), ""],
        Plain(Footer),
        "",
    ]);

    /// <summary>Each sign that means something in Markdown or HTML, behind a backslash or as an entity.</summary>
    private static string Plain(string text) => string.Concat(text.Select(sign => sign switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '\n' => " ",
        _ when @"\`*_{}[]()#+-.!|~:".Contains(sign, StringComparison.Ordinal) => $"\\{sign}",
        _ => sign.ToString(),
    }));

    private static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>What matters to somebody outside: not the company's own notes and reminders.</summary>
    private static bool IsFact(Recorded recorded) => recorded.Event is
        IncidentEvent.Opened or IncidentEvent.Raised or IncidentEvent.DetailAdded or IncidentEvent.Answered or IncidentEvent.Withdrawn
        or IncidentEvent.Acknowledged or IncidentEvent.OthersConsulted or IncidentEvent.Closed or IncidentEvent.Reopened;
}

public sealed record PackSection(string Title, IReadOnlyList<string> Lines);
