using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The whole machine: state and input in, next state and effects out. Pure; safe to share.</summary>
public sealed class Dialog(KnowledgeBase knowledge)
{
    /// <summary>A longer text names no button.</summary>
    private const int LongestLabel = 200;

    private readonly GeneralCards general = new(knowledge);
    private readonly TopicCards topics = new(knowledge);
    private readonly ContactCards contacts = new(knowledge);
    private readonly ConsultationDialog consultation = new(knowledge);
    private readonly ReporterDialog reporter = new(knowledge);
    private readonly OfficerDialog officer = new(knowledge);
    private readonly PracticeDialog practice = new(knowledge);
    private readonly DrillDialog drills = new(knowledge);
    private readonly SelfCheckDialog selfCheck = new(knowledge);

    /// <summary>The numbers of the incidents that a turn may have to know, as far as they exist: what the state, the person or the text names.</summary>
    public static IReadOnlySet<string> Needs(Conversation conversation, Profile profile, Said said)
    {
        var numbers = new HashSet<string>(profile.Incidents ?? [], StringComparer.Ordinal);
        string?[] named =
        [
            conversation.Stage switch
            {
                Stage.Reporting reporting => reporting.Incident,
                Stage.Handling handling => handling.Incident,
                _ => null,
            },
            DialogTurn.MatterOf(conversation.Stage)?.Incident,
            said switch
            {
                Said.Click click => Choice.Decode(click.Encoded) is { Verb: Verb.Incident or Verb.Report } choice ? choice.Argument.Split('.')[0] : null,
                Said.Text text => NumberIn(text.Value),
                _ => null,
            },
            .. said is Said.Text { Value.Length: <= LongestLabel }
                ? conversation.Offered.Where(button => button.Choice.Verb is Verb.Incident or Verb.Report).Select(button => button.Choice.Argument.Split('.')[0])
                : [],
        ];
        numbers.UnionWith(named.OfType<string>().Where(IncidentNumber.IsOne));
        return numbers;
    }

    /// <summary>Whether a turn may have to know the self-check.</summary>
    public static bool NeedsCheck(Conversation conversation, Said said, Reading? reading) =>
        conversation.Stage is Stage.Practising { What: Practice.SelfCheck } or Stage.ConfirmingForget
        || reading is { Intent: Intent.Checklist }
        || (said is Said.Text text && (AnswerWords.IsResume(text.Value) || CheckWords.IsName(text.Value)))
        || (said is Said.Click click && Choice.Decode(click.Encoded) is { Verb: Verb.Check })
        || (said is Said.Text { Value.Length: <= LongestLabel } && conversation.Offered.Any(button => button.Choice.Verb == Verb.Check));

    /// <param name="reading">What the reader made of a <see cref="Said.Text"/>; null for anything else.</param>
    public Transition Advance(Conversation conversation, Profile profile, Said said, Reading? reading, Scene scene)
    {
        var lost = conversation.Stage is Stage.Lost;
        var turn = new DialogTurn(conversation, profile, profile.Language ?? Spoken(conversation, said, reading), scene);
        if (turn.Matter is { } matter && knowledge.Handbook.Find<Topic>(matter.Topic) is null)
            (turn, lost) = (turn.Move(new Stage.Idle()), true);
        turn = said switch
        {
            Said.Text text when reading is not null => Hear(turn, text.Value, reading),
            Said.Click click => Choice.Decode(click.Encoded) is { } choice ? Do(turn, choice) : turn.Reply(general.NotUnderstood(turn.Language)),
            Said.Files => turn.Reply(general.FilesNotOpened(turn.Language)),
            Said.Joined joined => Greet(turn with { Language = profile.Language ?? joined.Language }),
            _ => turn.Reply(general.NotUnderstood(turn.Language)),
        };
        if (lost)
            turn = turn.ReplyFirst(general.StateLost(turn.Language));
        return turn.End(reading is { Cut: true } && !turn.Whole ? general.TextCut(turn.Language) : null);
    }

    /// <summary>The language of what was said; one that says nothing of it goes on in the language of the conversation, once that has begun.</summary>
    private static Language Spoken(Conversation conversation, Said said, Reading? reading) =>
        reading is null || (said is Said.Text text && ((conversation.Offered.Count > 0 && AnswerWords.IsOneLatinWord(text.Value)) || !text.Value.Any(char.IsLetter) || IncidentNumber.IsOne(text.Value.Trim())
                || (conversation.Stage is Stage.Practising { What: Practice.SelfCheck } && CheckWords.TellsNoLanguage(text.Value))))
            ? conversation.Language
            : reading.Language;

    private DialogTurn Greet(DialogTurn turn) => turn.Reply(general.Greeting(turn.Language));

    private DialogTurn Hear(DialogTurn turn, string text, Reading reading)
    {
        if (Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText))).Length == 0)
            return turn.Reply(general.NotUnderstood(turn.Language));
        if (turn.Offered(text) is { } choice)
            return Do(turn, choice);
        if (turn.Stage is Stage.Idle or Stage.Practising && practice.Named(turn, text) is { } practised)
            return practised;
        if (turn.Stage is not (Stage.Reporting or Stage.Handling) && NumberIn(text) is { } number && Named(turn, number, text, reading) is { } named)
            return named;
        if (turn.Stage is Stage.Practising { What: Practice.Drill } && DrillDialog.Real(text) is { } real)
            return real.Length == 0 ? drills.AskReal(turn) : Hear(turn.GoOn(), real, reading);
        if (turn.Stage is not (Stage.Reporting or Stage.Handling) && AnswerWords.IsResume(text) && Resume(turn) is { } resumed)
            return resumed;
        if (Waits(turn.Stage, text, reading, turn) is { } answered)
            return answered;
        if (CheckWords.IsName(text))
            return selfCheck.Begin(turn, text);
        if (ReporterDialog.Asked(turn) is { } asked && (reading.Intent is Intent.Situation or Intent.Other || !reading.Sure))
        {
            return ReporterDialog.IsAnswer(asked, text, reading)
                ? reporter.Answer(turn, asked, text, reading)
                : reporter.StillAsked(consultation.Open(turn, text, reading), asked);
        }

        return reading.Intent switch
        {
            Intent.Command when reading.Command == Command.Language && AnswerWords.LanguageNamed(text) is { } wished => Switch(turn, wished),
            Intent.Command when reading.Sure || turn.Matter is null => Obey(turn, reading.Command ?? Command.Help),
            Intent.Command => turn.Reply(general.NotUnderstood(turn.Language)),
            Intent.Situation => consultation.Open(turn, text, reading),
            _ when !reading.Sure => Unsure(turn, text, reading),
            Intent.Knowledge => turn.Reply(topics.Answer(reading.Topics, turn.Language)),
            Intent.Contacts => consultation.WhereToConsult(turn, reading),
            Intent.Quiz => practice.Open(turn, text, reading),
            Intent.Checklist => selfCheck.Begin(turn, text),
            _ => turn.Reply(general.NotOurs(turn.Language)),
        };
    }

    /// <summary>Goes on with what is under way, first with a self-check that waits in this conversation; null where nothing is.</summary>
    private DialogTurn? Resume(DialogTurn turn) =>
        turn.Stage is Stage.Practising { What: Practice.SelfCheck } ? selfCheck.Do(turn, "")
        : practice.Resume(turn) ?? (turn.Trainee.Check is null ? null : selfCheck.Do(turn, ""));

    private static string? NumberIn(string text) => IncidentNumber.In(text.Length <= Reader.LongestText ? text : text[..Reader.LongestText]);

    /// <summary>A text that names an incident; null where it tells of something that is to be advised on, whatever incident it names.</summary>
    private DialogTurn? Named(DialogTurn turn, string number, string text, Reading reading) => turn.Scene.Find(number) switch
    {
        { } own when ReporterDialog.IsOwn(turn, own) => own.IsOpen || !ReporterDialog.IsGrave(reading) ? reporter.Named(turn, own, text, reading) : null,
        _ when officer.Handles(turn, number) => officer.Named(turn, number),
        _ => reading is { Intent: Intent.Situation, Severity: > Severity.Info } && Folding.Fold(IncidentNumber.Without(text)).Length > 0 ? null : officer.Named(turn, number),
    };

    /// <summary>The answer to what the bot has asked; null where the text is something else.</summary>
    private DialogTurn? Waits(Stage stage, string text, Reading reading, DialogTurn turn) => stage switch
    {
        Stage.Consulting { Matter.Open: not null } consulting => consultation.Answer(turn, consulting.Matter, text, reading),
        Stage.Reporting or Stage.Handling when AnswerWords.IsCancel(text) => turn.GoOn().Reply(general.LetGo(turn.Language)),
        Stage.Reporting or Stage.Handling when AnswerWords.IsHelp(text) => turn.Reply(general.Help(turn.Language)),
        Stage.Reporting { Step: not ReporterStep.Withdraw } reporting when ReporterDialog.IsGrave(reading) && turn.Scene.Find(reporting.Incident) is { IsOpen: false } =>
            consultation.Open(turn.GoOn(), $"{reporting.Incident} {text}", reading),
        Stage.Reporting reporting => reporter.Pass(turn, reporting, text, reading),
        Stage.Handling handling => officer.Hear(turn, handling, text),
        Stage.Practising { What: Practice.Quiz } => practice.Hear(turn, text, reading),
        Stage.Practising { What: Practice.SelfCheck } => selfCheck.Hear(turn, text, reading),
        Stage.Practising { What: Practice.Drill } drill => drills.Hear(turn, drill, text, reading) is { } outcome ? Drilled(outcome) : null,
        Stage.AskingPlace asking => consultation.PlaceTold(turn, asking.Matter, text, reading),
        Stage.ConfirmingForget when AnswerWords.YesOrNo(text) is { } yes => Forget(turn, yes),
        Stage.Unsure unsure when AnswerWords.YesOrNo(text) == false => NoneOfThese(turn, unsure),
        _ => null,
    };

    private DialogTurn Do(DialogTurn turn, Choice choice) => choice.Verb switch
    {
        Verb.Help => turn.Reply(general.Help(turn.Language)),
        Verb.Language => Switch(turn),
        Verb.StartOver => Obey(turn, Command.StartOver),
        Verb.Forget when turn.Stage is Stage.ConfirmingForget => Forget(turn, choice.Argument == AnswerWords.Yes),
        Verb.Pick when choice.Argument.Length == 0 => turn.Stage is Stage.Unsure unsure ? NoneOfThese(turn, unsure) : Stale(turn),
        Verb.Pick or Verb.More => topics.Show(choice.Argument, turn.Language) is { } card ? turn.Reply(card) : Stale(turn),
        Verb.Check => selfCheck.Do(turn, choice.Argument),
        Verb.Incident => officer.Do(turn, choice.Argument),
        Verb.Report => reporter.Begin(turn, choice.Argument),
        Verb.Quiz => practice.Quiz(turn, choice.Argument),
        Verb.Course => practice.Course(turn, choice.Argument),
        Verb.Drill => Drilled(drills.Do(turn, choice)),
        Verb.Anonymous => consultation.Anonymous(turn),
        Verb.Consult when choice.Matter == 0 => consultation.Place(turn, turn.Matter, choice.Argument),
        _ when turn.Matter is { } matter && matter.Number == choice.Matter => consultation.Do(turn, matter, choice) ?? Stale(turn),
        _ => Stale(turn),
    };

    private DialogTurn Drilled(DrillOutcome outcome) => practice.Drilled(outcome);

    private DialogTurn Stale(DialogTurn turn) => turn.Reply(general.StaleButton(turn.Language));

    private DialogTurn Obey(DialogTurn turn, Command command) => command switch
    {
        Command.Cancel => turn.Move(new Stage.Idle()).Reply(general.Cancelled(turn.Language)),
        Command.StartOver => turn.Move(new Stage.Idle()).Reply(general.Greeting(turn.Language)),
        Command.Language => Switch(turn),
        Command.Status => reporter.Status(turn),
        Command.Forget => turn.Move(new Stage.ConfirmingForget(turn.Matter)).Reply(general.ConfirmForget(turn.Language)),
        _ => turn.Reply(general.Help(turn.Language)),
    };

    private DialogTurn Switch(DialogTurn turn) => Switch(turn, turn.Language.Other());

    private DialogTurn Switch(DialogTurn turn, Language other)
    {
        var next = turn with { Language = other, Profile = turn.Profile with { Language = other } };
        return next.Reply(general.LanguageSwitched(other));
    }

    private DialogTurn Forget(DialogTurn turn, bool yes) => yes
        ? (turn with { Profile = Profile.New, Trainee = turn.Trainee.Forgotten() }).Move(new Stage.Idle()).Add(new Effect.Forget())
            .Reply(general.Forgotten([.. ReporterDialog.Own(turn).Select(incident => incident.Number)], !ReferenceEquals(turn.Trainee, Trainee.New), turn.Scene.Check.Own.Count > 0, turn.Language))
        : turn.GoOn().Reply(general.NotForgotten(turn.Language));

    private DialogTurn Unsure(DialogTurn turn, string text, Reading reading)
    {
        var question = consultation.Masked(text);
        string[] offered = [.. reading.Topics.Take(TopicCards.MostOffered).Select(topic => topic.Id)];
        return turn.Move(new Stage.Unsure(question, offered, turn.Matter)).Reply(topics.Offer(offered, turn.Language));
    }

    private DialogTurn NoneOfThese(DialogTurn turn, Stage.Unsure unsure) => turn
        .GoOn()
        .Add(new Effect.RecordQuestion(unsure.Question, turn.Language, unsure.Offered))
        .Reply(contacts.QuestionRecorded(turn.Language));
}
