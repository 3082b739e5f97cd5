using TechLeakageBot.Core.Guidance;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The consultation: a situation is judged, advised on, asked about, and judged again.</summary>
internal sealed class ConsultationDialog(KnowledgeBase knowledge)
{
    /// <summary>The argument of a button that sends the report; without it the report is shown first.</summary>
    public const string Send = "send";

    /// <summary>From this many requests of one contact on, an innocent matter is one to be careful with.</summary>
    private const int RequestsForCaution = 2;

    /// <summary>A longer text says more than that the place is not known.</summary>
    private const int LongestUnsure = 16;

    private readonly Advisor advisor = new(knowledge.Handbook);
    private readonly ConsultationCards cards = new(knowledge);
    private readonly IncidentCards incidents = new(knowledge);
    private readonly ContactCards contacts = new(knowledge);
    private readonly TopicCards topics = new(knowledge);
    private readonly GeneralCards general = new(knowledge);
    private readonly Whereabouts whereabouts = new(knowledge);

    public string Masked(string text) => Summaries.Of(text, knowledge.Company.CodeWords);

    /// <summary>A situation: more of the open matter where it is near to it, else a new one.</summary>
    public DialogTurn Open(DialogTurn turn, string text, Reading reading) =>
        turn.Matter is { } matter && IsMoreOf(matter, text, reading) ? Further(turn, matter, text, reading) : New(turn, text, reading);

    /// <summary>A text while a question is open; null where it is not about the question.</summary>
    public DialogTurn? Answer(DialogTurn turn, Consultation matter, string text, Reading reading)
    {
        var question = matter.Open!.Value;
        if (reading is { Intent: Intent.Command, Sure: true } && AnswerWords.YesOrNo(text) is null)
            return null;
        if (question == Question.Site)
            return PlaceTold(turn, matter, text, reading);
        if (Questions.Understand(question, text, reading) is { } answer)
        {
            var heard = Heard(turn, matter, text, reading);
            if (Questions.ToldBesides(question, text, reading) is { Count: > 0 } reasons)
                heard = Judged(heard, new Judgement(heard.Severity, heard.Reasons).Raise(Severity.Serious, reasons));
            return Answered(turn, matter, heard, question, answer, text);
        }

        return reading.Intent switch
        {
            Intent.Situation when IsMoreOf(matter, text, reading) || !reading.Sure => Further(turn, matter, text, reading),
            Intent.Other when ReporterDialog.Asked(turn) is null => turn.Reply(cards.AskAgain(matter, question, turn.Language)),
            _ => null,
        };
    }

    /// <summary>A click on a button of the open matter; null where it does not fit it.</summary>
    public DialogTurn? Do(DialogTurn turn, Consultation matter, Choice choice) => choice.Verb switch
    {
        Verb.Drafts => turn.Reply(cards.Drafts(matter, choice.Argument == nameof(Language) ? matter.ContactLanguage.Other() : matter.ContactLanguage, turn.Language)),
        Verb.Tell when matter.Told => turn.Reply(cards.Told(matter, whereabouts.Of(matter, turn.Profile).Officer, turn.Language)),
        Verb.Tell when choice.Argument == Send => Tell(turn, matter),
        Verb.Tell => turn.Reply(incidents.Preview(matter, whereabouts.Of(matter, turn.Profile).SiteId, turn.Language)),
        Verb.Sent when turn.Scene.Find(matter.Incident) is { } incident => turn.Reply(incidents.Sent(incident, turn.Language)),
        Verb.Consult => Place(turn, matter, choice.Argument),
        Verb.Answer => AnswerClicked(turn, matter, choice.Argument),
        _ => null,
    };

    /// <summary>How to report without a name; the conversation, which has one, is forgotten.</summary>
    public DialogTurn Anonymous(DialogTurn turn) => knowledge.Company.AnonymousPage is { } page
        ? turn.Move(new Stage.Idle()).Add(new Effect.Forget()).Reply(incidents.Anonymous(page, turn.Language))
        : turn.Reply(general.StaleButton(turn.Language));

    /// <summary>A question for a contact: the bureau of the place it names, else what the handbook lists, else the bot asks where.</summary>
    public DialogTurn WhereToConsult(DialogTurn turn, Reading reading) => reading switch
    {
        { Topics: not [{ Id: ContactCards.BureauTopic }, ..] } => turn.Reply(topics.Answer(reading.Topics, turn.Language)),
        { Place: null } => Place(turn, turn.Matter, ""),
        { Place: { IsSite: true } site } when turn.Matter is { } matter => Settle(turn, matter, turn.Profile with { SiteId = null, Prefecture = site.Prefecture }, site.Name.In(turn.Language)),
        _ => turn.Reply(contacts.Bureau(reading.Place.Prefecture, turn.Language)),
    };

    /// <summary>The person names a place after having been asked; null where the text names none and is about something else.</summary>
    public DialogTurn? PlaceTold(DialogTurn turn, Consultation? matter, string text, Reading reading)
    {
        if (AnswerWords.IsUnsure(text) && text.Length <= LongestUnsure)
            return turn.Move(After(matter)).Reply(contacts.AllBureaus(turn.Language));
        if (TellsOfAnEvent(reading))
            return null;
        if (whereabouts.SiteNamed(text) is { } site)
            return Settle(turn, matter, turn.Profile with { SiteId = site.Id, Prefecture = null }, text);
        if (reading.Place is { } place)
            return Settle(turn, matter, turn.Profile with { SiteId = null, Prefecture = place.Prefecture }, text);
        if (reading is { Sure: true, Intent: not (Intent.Other or Intent.Contacts) } || (reading.Intent != Intent.Contacts && ReporterDialog.Asked(turn) is not null))
            return null;
        var heard = matter is { Open: Question.Site } ? Add(turn, matter, SiteWords(turn, text)) : turn;
        return heard.Move(After(matter)).Reply(contacts.AllBureaus(turn.Language));
    }

    /// <summary>Shows where to consult, or asks for the site first.</summary>
    /// <param name="argument">A site's id from a button; empty for the site that is known.</param>
    public DialogTurn Place(DialogTurn turn, Consultation? matter, string argument)
    {
        if (argument.Length > 0 && knowledge.Company.SiteOf(argument) is { } site)
            return Settle(turn, matter, turn.Profile with { SiteId = site.Id, Prefecture = null }, site.Name.In(turn.Language));
        return whereabouts.IsKnown(matter, turn.Profile)
            ? turn.Reply(contacts.Bureau(whereabouts.Prefecture(matter, turn.Profile), turn.Language))
            : turn.Move(new Stage.AskingPlace(matter)).Reply(contacts.AskPlace(matter?.Number ?? 0, turn.Language));
    }

    private static Stage After(Consultation? matter) => matter is null ? new Stage.Idle() : new Stage.Consulting(matter with { Open = null });

    private static string? SiteNamed(Reading reading) => reading.Place is { IsSite: true } place ? place.Prefecture : null;

    /// <summary>What a contact abroad said is often quoted in Japanese; only a quotation in English tells the contact's language for sure.</summary>
    private static Language ContactLanguage(Reading reading, Language own) =>
        reading.QuotedLanguage == Language.English || reading.Signals.Contains(Signal.Overseas) ? Language.English : reading.QuotedLanguage ?? own;

    /// <summary>Whether a text tells of an event of its own, even where it names a place that was asked for.</summary>
    private static bool TellsOfAnEvent(Reading reading) => reading is { Intent: Intent.Situation, Severity: > Severity.Info, Signals.Count: > 0 };

    private static bool IsMoreOf(Consultation matter, string text, Reading reading) =>
        AnswerWords.GoesOn(text) ||
        reading.Topics.Take(3).Any(topic => topic.Id == matter.Topic || topic.Id == matter.SimilarCase);

    private DialogTurn New(DialogTurn turn, string text, Reading reading)
    {
        var (summary, masked) = Summaries.Masked(text, knowledge.Company.CodeWords);
        var next = turn.OpenMatter(number => new Consultation(
            number,
            advisor.Topic(reading.Topics),
            advisor.SimilarCase(reading.Topics),
            reading.Severity,
            reading.Reasons,
            [.. reading.Signals],
            [],
            null,
            Requests: 1,
            ContactLanguage(reading, turn.Language),
            summary,
            SiteNamed(reading),
            ContactTraces.Find(text, turn.Scene.TraceKey.Span, knowledge.OwnContacts),
            masked,
            Told: false));
        return Advise(next, next.Matter!);
    }

    private DialogTurn Further(DialogTurn turn, Consultation matter, string text, Reading reading)
    {
        var heard = Heard(turn, matter, text, reading) with { Requests = matter.Requests + (reading.Signals.Contains(Signal.Asked) ? 1 : 0) };
        var judgement = new Judgement(matter.Severity, matter.Reasons)
            .Raise(reading.Severity, reading.Reasons)
            .Raise(heard.Requests >= RequestsForCaution ? Severity.Caution : Severity.Info);
        return Advise(turn, Judged(heard, judgement) with { Open = null }, added: text, answersOfficer: true);
    }

    private Consultation Heard(DialogTurn turn, Consultation matter, string text, Reading reading)
    {
        var (summary, masked) = Summaries.Masked(text, knowledge.Company.CodeWords);
        return matter with
        {
            Signals = [.. matter.Signals.Union(reading.Signals)],
            Summary = Summaries.Add(matter.Summary, summary),
            Prefecture = SiteNamed(reading) ?? matter.Prefecture,
            Contacts = [.. matter.Contacts.Union(ContactTraces.Find(text, turn.Scene.TraceKey.Span, knowledge.OwnContacts))],
            Masked = masked,
        };
    }

    /// <summary>The matter at its new level; where that is higher or has a further reason, the officer has not been told of it yet.</summary>
    private static Consultation Judged(Consultation matter, Judgement judgement) => matter with
    {
        Severity = judgement.Severity,
        Reasons = judgement.Reasons,
        Told = matter.Told && judgement.Severity <= matter.Severity && !judgement.Reasons.Except(matter.Reasons).Any(),
    };

    private DialogTurn AnswerClicked(DialogTurn turn, Consultation matter, string argument) =>
        argument.Split('.') is [var asked, var given]
        && Choice.Named<Question>(asked) is { } question && matter.Asked.Contains(question)
        && Choice.Named<Answer>(given) is { } answer && Questions.Answers(question).Contains(answer)
            ? Answered(turn, matter, matter with { Masked = [] }, question, answer, ConsultationCards.AnswerLabel(answer, knowledge.Phrases, turn.Language))
            : turn.Reply(general.StaleButton(turn.Language));

    /// <param name="before">The matter before the answer.</param>
    /// <param name="heard">The same with what the answer says besides.</param>
    /// <param name="words">The answer as the person gave it.</param>
    private DialogTurn Answered(DialogTurn turn, Consultation before, Consultation heard, Question question, Answer answer, string words)
    {
        var judged = Judged(heard, Questions.Judge(heard, answer)) with { Open = heard.Open == question ? null : heard.Open };
        var added = $"{cards.Asked(question, turn.Language)} {words}";
        return judged.Severity != before.Severity || !judged.Reasons.SequenceEqual(before.Reasons)
            ? Advise(turn, judged, added)
            : Ask(Add(turn, judged, added).Reply(general.WithMasked(cards.Noted(judged, turn.Language), judged.Masked)), judged);
    }

    /// <param name="words">By which the person named the place.</param>
    private DialogTurn Settle(DialogTurn turn, Consultation? matter, Profile profile, string words)
    {
        var known = matter is null ? null : matter with { Prefecture = null };
        var placed = (turn with { Profile = profile }) is var told && known is not null ? Placed(told, known, words) : told;
        var settled = placed.Move(After(known)).Reply(contacts.Bureau(whereabouts.Prefecture(known, profile), turn.Language));
        return known is null ? settled : Ask(settled, known with { Open = null });
    }

    /// <summary>A report that went to another site's officer goes to the right one; where the site is as was taken for granted, the officer hears so.</summary>
    private DialogTurn Placed(DialogTurn turn, Consultation matter, string words)
    {
        var place = whereabouts.Of(matter, turn.Profile);
        if (turn.Scene.Find(matter.Incident) is not { IsOpen: true } incident || (place.SiteId == incident.SiteId && place.Bureau?.Id == incident.BureauId))
            return matter.Open == Question.Site ? Add(turn, matter, SiteWords(turn, words)) : turn;
        var placed = new IncidentEvent.Placed(place.SiteId, place.Bureau?.Id, Masked(words));
        return turn.Record(incident.Number, incident, [new Recorded(incident.Version + 1, turn.Scene.At, new Actor.TheReporter(), placed)]);
    }

    private string SiteWords(DialogTurn turn, string words) => $"{knowledge.Phrases[Say.AskSite, turn.Language]} {words}";

    /// <summary>The advice card for the matter as it now stands, the report where it is serious, and the next question.</summary>
    /// <param name="added">What the person has just said beyond the first words; the officer who has the report hears it too.</param>
    /// <param name="answersOfficer">Whether that may answer a question of the officer.</param>
    private DialogTurn Advise(DialogTurn turn, Consultation matter, string? added = null, bool answersOfficer = false)
    {
        var advised = turn;
        var ended = matter.Told && turn.Scene.Find(matter.Incident) is not { IsOpen: true };
        if (matter.Severity == Severity.Serious && (!matter.Told || ended) && (!knowledge.Company.Escalation.AskFirst || matter.Incident is not null))
            (advised, matter) = Report(turn, matter);
        else if (added is not null)
            advised = Add(turn, matter, added, answersOfficer);
        var advice = advisor.Advise(matter.Topic, matter.SimilarCase, matter.Severity, matter.Reasons);
        var card = cards.Advice(matter, advice, whereabouts.Of(matter, turn.Profile), turn.Language);
        return Ask(advised.Reply(general.WithMasked(card, matter.Masked)), matter);
    }

    /// <summary>Adds the person's words to the report, where there is one.</summary>
    private DialogTurn Add(DialogTurn turn, Consultation matter, string words, bool answersOfficer = false)
    {
        if (turn.Scene.Find(matter.Incident) is not { } incident)
            return turn;
        var fitting = words.Length <= Incident.LongestText ? words : words[..Incident.LongestText];
        var decision = answersOfficer
            ? ReporterDecider.Answer(incident, fitting, knowledge.Company, turn.Scene.At)
            : ReporterDecider.AddDetail(incident, fitting, knowledge.Company, turn.Scene.At);
        return decision is Decision.Accepted accepted ? turn.Record(incident.Number, incident, accepted.Events) : turn;
    }

    private DialogTurn Ask(DialogTurn turn, Consultation matter)
    {
        if (matter.Open is null && Questions.Next(matter, whereabouts.IsKnown(matter, turn.Profile)) is { } question)
        {
            var asked = matter with { Open = question, Asked = [.. matter.Asked, question] };
            return turn.Move(new Stage.Consulting(asked)).Reply(
                question == Question.Site ? contacts.AskPlace(matter.Number, turn.Language) : cards.Ask(asked, question, turn.Language));
        }

        return turn.Move(new Stage.Consulting(matter));
    }

    private DialogTurn Tell(DialogTurn turn, Consultation matter)
    {
        var (told, next) = Report(turn, matter);
        return told.Move(new Stage.Consulting(next)).Reply(cards.Told(next, whereabouts.Of(next, turn.Profile).Officer, turn.Language));
    }

    /// <summary>Opens an incident, or raises the one that the matter was reported as.</summary>
    private (DialogTurn Turn, Consultation Matter) Report(DialogTurn turn, Consultation matter)
    {
        var place = whereabouts.Of(matter, turn.Profile);
        var known = turn.Scene.Find(matter.Incident) is { IsOpen: true } open ? open : null;
        var number = known?.Number ?? turn.Scene.NextNumber;
        IncidentEvent happened = known is null
            ? new IncidentEvent.Opened(
                matter.Severity, matter.Reasons, turn.Scene.Who, Seal: null, turn.Language, place.SiteId, place.Bureau?.Id, matter.Topic, matter.SimilarCase,
                matter.Signals, matter.Summary, matter.Contacts)
            : new IncidentEvent.Raised(
                matter.Severity > known.Level ? matter.Severity : known.Level, [.. known.Reasons.Union(matter.Reasons)], [.. known.Signals.Union(matter.Signals)], matter.Summary,
                matter.Contacts);
        var recorded = turn.Record(number, known, [new Recorded((known?.Version ?? 0) + 1, turn.Scene.At, new Actor.TheReporter(), happened)]);
        return (recorded with { Profile = turn.Profile.With(number) }, matter with { Told = true, Incident = number });
    }
}
