using System.Globalization;
using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What officers and reporters read about an incident.</summary>
public sealed class IncidentCards(KnowledgeBase knowledge)
{
    private const int LatestEvents = 6;
    private const int LongestWords = 1_500;
    private const int LongestLine = 200;

    private readonly Phrases say = knowledge.Phrases;
    private readonly IncidentWording wording = new(knowledge.Phrases, knowledge.Company);

    /// <summary>Tells an officer of an event: first what happened now, then the incident.</summary>
    /// <param name="happened">The number of the event.</param>
    /// <param name="earlier">In how many other incidents the same contact appeared.</param>
    public Card Alert(Incident incident, int happened, int earlier, Language language)
    {
        var now = incident.Timeline.FirstOrDefault(recorded => recorded.Number == happened);
        return new Card(
            language,
            [
                new Block.Level(incident.Level, say[Say.IncidentHeading, language, incident.Number, say[Wording.Name(incident.Level), language]]),
                .. now is null or { Event: IncidentEvent.Opened } ? [new Block.Paragraph(say[Say.AlertIntro, language])] : News(now, language),
                .. Body(incident, earlier, language),
                new Block.Note(say[Say.AlertNobodyContacted, language]),
            ],
            Buttons(incident, language));
    }

    /// <summary>An officer looks at an incident.</summary>
    public Card View(Incident incident, Language language) => new(
        language,
        [
            new Block.Level(incident.Level, say[Say.IncidentHeading, language, incident.Number, say[Wording.Name(incident.Level), language]]),
            .. Body(incident, earlier: 0, language),
            new Block.Lines(say[Say.TimelineTitle, language], [.. incident.Timeline.TakeLast(LatestEvents).Select(recorded => Line(incident, recorded, language))], LinesKind.Plain),
        ],
        Buttons(incident, language));

    /// <summary>After an officer's action.</summary>
    public Card Done(Incident incident, Language language) => new(
        language,
        [
            new Block.Paragraph(say[Say.ActionDone, language, incident.Number, say[IncidentWording.Of(incident.Phase), language]]),
            new Block.Paragraph(Line(incident, incident.Timeline[^1], language)),
        ],
        Buttons(incident, language));

    /// <summary>Tells the reporter what an officer did.</summary>
    /// <param name="happened">The number of the event.</param>
    public Card Told(Incident incident, int happened, Language language)
    {
        var recorded = incident.Timeline.FirstOrDefault(recorded => recorded.Number == happened);
        var by = recorded is null ? "" : wording.Actor(recorded.By, incident, language);
        return recorded?.Event switch
        {
            IncidentEvent.Asked asked => new Card(
                language,
                [new Block.Paragraph(say[Say.TellAsked, language, by, incident.Number]), new Block.Draft(asked.Text), new Block.Note(say[Say.TellHowToAnswer, language, incident.Number])],
                [ReportButton(Say.AnswerOfficerButton, incident, ReporterStep.Answer, language)]),
            IncidentEvent.Closed => Of(Say.TellClosed),
            IncidentEvent.Reopened => Of(Say.TellReopened),
            _ => Of(Say.TellAcknowledged),
        };

        Card Of(Say words) => Card.Of(language, new Block.Paragraph(say[words, language, by, incident.Number]));
    }

    /// <summary>A reporter's own reports.</summary>
    public Card Status(IReadOnlyList<Incident> own, Language language) => own.Count == 0
        ? Card.Of(language, new Block.Paragraph(say[Say.StatusNothing, language]))
        : new Card(
            language,
            [
                new Block.Paragraph(say[Say.StatusReported, language]),
                new Block.Facts([.. own.Select(incident => new Fact(incident.Number, StatusOf(incident, language)))]),
            ],
            ReporterButtons(own.LastOrDefault(incident => incident.OpenQuestion is not null) ?? own[^1], language));

    /// <summary>What the responsible officer will get, word for word.</summary>
    public Card Preview(Consultation matter, string? siteId, Language language) => new(
        language,
        [
            new Block.Paragraph(say[Say.PreviewIntro, language]),
            Reported(matter.Severity, siteId, matter.SimilarCase ?? matter.Topic, language),
            new Block.Draft(matter.Summary),
            new Block.Note(say[Say.PreviewName, language]),
        ],
        [
            new Button(say[Say.SendButton, language], new Choice(Verb.Tell, matter.Number, ConsultationDialog.Send)),
            .. knowledge.Company.AnonymousPage is null ? Array.Empty<Button>() : [AnonymousButton(matter.Number, language)],
        ]);

    /// <summary>What the responsible officer got, word for word: the report, and what the reporter added to it.</summary>
    public Card Sent(Incident incident, Language language) => Card.Of(
        language,
        [
            new Block.Paragraph(say[Say.SentIntro, language, incident.Number]),
            Reported(incident.Level, incident.SiteId, incident.SimilarCase ?? incident.Topic, language),
            new Block.Draft(incident.Summary),
            .. incident.Timeline
                .Where(recorded => recorded is { By: Actor.TheReporter, Event: not (IncidentEvent.Opened or IncidentEvent.Raised) })
                .TakeLast(LatestEvents)
                .Select(recorded => new Block.Draft(Cut(IncidentWording.Words(recorded.Event) ?? "", LongestWords))),
            new Block.Note(say[Say.PreviewName, language]),
        ]);

    public Card AskForWords(string number, ReporterStep step, Language language) => Words(
        step switch
        {
            ReporterStep.Withdraw => Say.AskWithdrawWhy,
            ReporterStep.Answer => Say.AskAnswer,
            _ => Say.AskDetail,
        },
        number,
        language);

    /// <summary>Something of its own was written while a question of the officer waits.</summary>
    public Card StillAsked(Incident incident, Language language) => new(
        language,
        [new Block.Note(say[Say.QuestionStillWaits, language, incident.Number])],
        [ReportButton(Say.AnswerOfficerButton, incident, ReporterStep.Answer, language)]);

    public Card Passed(string number, ReporterStep step, Language language) =>
        Card.Of(language, new Block.Paragraph(say[step == ReporterStep.Withdraw ? Say.WithdrawalPassed : Say.WordsPassed, language, number]));

    public Card AskOfficer(Incident incident, OfficerStep step, Language language) => step switch
    {
        OfficerStep.Assign => Choose(incident, step, Say.AskAssign, knowledge.Company.Handlers.Where(officer => knowledge.Company.Serves(officer, incident.SiteId)).Select(officer => (officer.Name.In(language), officer.Id)), language),
        OfficerStep.Consult => Choose(incident, step, Say.AskConsulted, Enum.GetValues<Consulted>().Select(whom => (say[IncidentWording.Of(whom), language], whom.ToString())), language),
        OfficerStep.Close => Choose(incident, step, Say.AskOutcome, Enum.GetValues<Outcome>().Select(outcome => (say[IncidentWording.Of(outcome), language], outcome.ToString())), language),
        OfficerStep.NextDate => Words(Say.AskNextDate, incident.Number, language),
        OfficerStep.Ask => Words(Say.AskQuestion, incident.Number, language),
        OfficerStep.Reopen => Words(Say.AskReopenWhy, incident.Number, language),
        _ => Words(Say.AskNote, incident.Number, language),
    };

    /// <summary>After the first half of an action was chosen by button.</summary>
    public Card AskOfficerMore(OfficerStep step, Language language) => Words(step == OfficerStep.Close ? Say.AskMeasures : Say.AskConsultedNote, "", language);

    public Card Refused(Refusal refusal, Language language) => Card.Of(language, new Block.Paragraph(wording.Refused(refusal, language)));

    public Card DateNotRead(Language language) => Card.Of(language, new Block.Paragraph(say[Say.DateNotRead, language]));

    public Card UnknownNumber(string number, Language language) => Card.Of(language, new Block.Paragraph(say[Say.UnknownNumber, language, number]));

    public Card NotInGroup(Language language) => Card.Of(language, new Block.Paragraph(say[Say.NotInGroup, language]));

    /// <summary>For a group that others read too: that there is news of the incident, and where to read it.</summary>
    public Card ToldInGroup(string number, Language language) => Card.Of(language, new Block.Paragraph(say[Say.ToldInGroup, language, number]));

    /// <summary>How to report without a name: on a page that knows nobody.</summary>
    public Card Anonymous(Uri page, Language language) => Card.Of(
        language,
        new Block.Paragraph(say[Say.AnonymousHow, language]),
        new Block.Link(say[Say.AnonymousLink, language], page),
        new Block.Note(say[Say.AnonymousNote, language]));

    public Button AnonymousButton(int matter, Language language) => new(say[Say.AnonymousButton, language], new Choice(Verb.Anonymous, matter));

    /// <summary>Asks for words, and says how to leave off.</summary>
    private Card Words(Say words, string number, Language language) =>
        Card.Of(language, new Block.Paragraph(say[words, language, number]), new Block.Note(say[Say.CancelHint, language]));

    private Block.Facts Reported(Severity level, string? siteId, string topic, Language language) => new(
    [
        new Fact(say[Say.AlertLevel, language], say[Wording.Name(level), language]),
        new Fact(say[Say.AlertSite, language], knowledge.Company.SiteOf(siteId)?.Name.In(language) ?? say[Say.SiteUnknown, language]),
        .. knowledge.Handbook.Find<Topic>(topic) is { } near ? [new Fact(say[Say.SimilarTitle, language], near.Title.In(language))] : Array.Empty<Fact>(),
    ]);

    private Block[] News(Recorded now, Language language) =>
    [
        new Block.Heading(wording.Happened(now.Event, language)),
        .. now.Event is not IncidentEvent.Raised && IncidentWording.Words(now.Event) is { } words ? [new Block.Draft(Cut(words, LongestWords))] : Array.Empty<Block>(),
    ];

    private IEnumerable<Block> Body(Incident incident, int earlier, Language language)
    {
        yield return new Block.Facts([.. Facts(incident, earlier, language)]);
        if (incident.Reasons.Count > 0)
            yield return new Block.Lines(say[Say.AlertReasonsTitle, language], [.. incident.Reasons.Select(reason => say[Wording.Sentence(reason), language])], LinesKind.Plain);
        yield return new Block.Heading(say[Say.AlertWordsTitle, language]);
        yield return new Block.Draft(Cut(incident.Summary, LongestWords));
        foreach (var block in Advice(incident, language))
            yield return block;
    }

    private IEnumerable<Fact> Facts(Incident incident, int earlier, Language language)
    {
        yield return new(say[Say.PhaseTitle, language], say[IncidentWording.Of(incident.Phase), language]);
        yield return new(say[Say.AlertReceived, language], IncidentWording.Time(incident.OpenedAt));
        yield return new(say[Say.AlertSite, language], wording.Site(incident, language));
        if (incident.Reporter is null)
            yield return new(say[Say.ReporterTitle, language], say[Say.ReporterAnonymous, language]);
        if (incident.Handler is not null)
            yield return new(say[Say.HandlerTitle, language], wording.Officer(incident.Handler, language));
        if (incident.NextDate is { } next)
            yield return new(say[Say.NextDateTitle, language], $"{IncidentWording.Day(next.On)} {Cut(next.Why, LongestLine)}");
        if (earlier > 0)
            yield return new(say[Say.EarlierTitle, language], say[Say.EarlierCount, language, earlier.ToString(CultureInfo.InvariantCulture)]);
        if (incident.Withdrawn)
            yield return new(say[Say.HappenedWithdrawn, language], say[Say.StaysOpen, language]);
    }

    /// <summary>Without what an edit of the knowledge took away.</summary>
    private IEnumerable<Block> Advice(Incident incident, Language language)
    {
        if (knowledge.Handbook.Find<Topic>(incident.Topic) is { } topic)
        {
            var advice = new Advisor(knowledge.Handbook).Advise(topic.Id, incident.SimilarCase, incident.Level, incident.Reasons);
            if (advice.DoNow.Count > 0)
                yield return new Block.Lines(say[Say.AlertDoNowTitle, language], [.. advice.DoNow.Select(line => line.In(language))], LinesKind.DoNow);
            var near = (Topic?)advice.Similar ?? topic;
            yield return new Block.Paragraph(say[Say.AlertRelated, language, near.Title.In(language), Sources.Pages(near.Pages)]);
            if (Measures(near, language) is { Count: > 0 } measures)
                yield return new Block.Lines(say[Say.MeasuresTitle, language], measures, LinesKind.Plain);
        }

        if (knowledge.Handbook.Bureaus.FirstOrDefault(bureau => bureau.Id == incident.BureauId) is { } bureau)
            yield return new Block.Facts([new Fact(bureau.Name.In(language), $"{bureau.Section.In(language)} {bureau.Tel} {bureau.Mail}")]);
    }

    private List<string> Measures(Topic topic, Language language) =>
        topic is CaseStudy study ? [.. study.Measures.Select(id => knowledge.Handbook[id].Title.In(language))] : [];

    private string Line(Incident incident, Recorded recorded, Language language)
    {
        var words = IncidentWording.Words(recorded.Event) is { } said && recorded.Event is not IncidentEvent.Opened ? $" — {Cut(said.ReplaceLineEndings(" "), LongestLine)}" : "";
        return $"{IncidentWording.Time(recorded.At)} {wording.Actor(recorded.By, incident, language)}: {wording.Happened(recorded.Event, language)}{words}";
    }

    private string StatusOf(Incident incident, Language language)
    {
        var phase = say[IncidentWording.Of(incident.Phase), language];
        return incident.OpenQuestion is { Event: IncidentEvent.Asked asked } ? $"{phase} — {say[Say.QuestionWaits, language, Cut(asked.Text, LongestLine)]}" : phase;
    }

    private Button[] ReporterButtons(Incident incident, Language language) => incident.IsOpen
        ?
        [
            .. incident.OpenQuestion is null ? Array.Empty<Button>() : [ReportButton(Say.AnswerOfficerButton, incident, ReporterStep.Answer, language)],
            ReportButton(Say.AddDetailButton, incident, ReporterStep.AddDetail, language),
            .. incident.Withdrawn ? Array.Empty<Button>() : [ReportButton(Say.WithdrawButton, incident, ReporterStep.Withdraw, language)],
        ]
        : [ReportButton(Say.AddDetailButton, incident, ReporterStep.AddDetail, language)];

    private Button[] Buttons(Incident incident, Language language)
    {
        OfficerStep[] steps = incident switch
        {
            { IsOpen: false } => [OfficerStep.Reopen, OfficerStep.View],
            { WaitingSince: not null } => [OfficerStep.Acknowledge, OfficerStep.Ask, OfficerStep.Note, OfficerStep.Assign, OfficerStep.NextDate, OfficerStep.Consult, OfficerStep.Close],
            _ => [OfficerStep.Ask, OfficerStep.Note, OfficerStep.Assign, OfficerStep.NextDate, OfficerStep.Consult, OfficerStep.Close, OfficerStep.View],
        };
        return [.. steps.Where(step => step != OfficerStep.Ask || incident.Reporter is not null || incident.Seal is not null).Select(step => new Button(say[Label(step), language], Do(incident, step)))];
    }

    private Card Choose(Incident incident, OfficerStep step, Say words, IEnumerable<(string Label, string Value)> choices, Language language) => new(
        language,
        [new Block.Paragraph(say[words, language, incident.Number])],
        [.. choices.Select(choice => new Button(choice.Label, new Choice(Verb.Incident, 0, $"{incident.Number}.{step}.{choice.Value}")))]);

    private Button ReportButton(Say label, Incident incident, ReporterStep step, Language language) =>
        new(say[label, language], new Choice(Verb.Report, 0, $"{incident.Number}.{step}"));

    private static Choice Do(Incident incident, OfficerStep step) => new(Verb.Incident, 0, $"{incident.Number}.{step}");

    private static Say Label(OfficerStep step) => step switch
    {
        OfficerStep.Acknowledge => Say.AcknowledgeButton,
        OfficerStep.Ask => Say.AskButton,
        OfficerStep.Note => Say.NoteButton,
        OfficerStep.Assign => Say.AssignButton,
        OfficerStep.NextDate => Say.NextDateButton,
        OfficerStep.Consult => Say.ConsultedButton,
        OfficerStep.Close => Say.CloseButton,
        OfficerStep.Reopen => Say.ReopenButton,
        _ => Say.ViewButton,
    };

    private static string Cut(string text, int most) => text.Length <= most ? text : $"{text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]}…";
}
