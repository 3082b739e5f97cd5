using System.Globalization;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>
/// The self-check, item by item. An answer in words belongs to the item that this conversation shows; where the person has meanwhile
/// gone on elsewhere it is told to be late, so that no answer reaches another item.
/// </summary>
internal sealed class SelfCheckDialog(KnowledgeBase knowledge)
{
    private readonly Checklist checklist = new(knowledge.Handbook);
    private readonly SelfCheckCards cards = new(knowledge);
    private readonly ConsultationDialog consultation = new(knowledge);
    private readonly GeneralCards general = new(knowledge);

    /// <summary>A text about the self-check while none is under way: begins it, goes on with it, or shows how it stands.</summary>
    public DialogTurn Begin(DialogTurn turn, string text)
    {
        var said = CheckWords.Read(text);
        return said switch
        {
            { Wish: CheckWish.Stop } => Stop(turn),
            { Wish: CheckWish.Results } => Results(turn),
            { Item: not null } => Named(turn, said),
            _ when CheckWords.AsksForResults(text) => Results(turn),
            _ => Show(turn, Place(turn)),
        };
    }

    /// <summary>A text while an item waits for its answer; null where it is about something else.</summary>
    public DialogTurn? Hear(DialogTurn turn, string text, Reading reading)
    {
        var said = CheckWords.Read(text);
        if (said is { Loose: false, IsNothing: false })
            return Take(turn, said, reading);
        if (AnswerWords.IsCancel(text) && reading is not { Command: Command.StartOver })
            return Stop(turn);
        if (reading is { Intent: Intent.Command, Sure: true })
            return null;
        if (ReporterDialog.IsGrave(reading))
            return Consult(turn, text, reading);
        if (said.Loose)
            return Take(turn, said, reading);
        return reading switch
        {
            { Intent: Intent.Situation, Severity: Severity.Serious } or { Intent: Intent.Situation, Severity: Severity.Caution, Sure: true } => Consult(turn, text, reading),
            { Intent: Intent.Checklist } => Begin(turn, text),
            { Intent: Intent.Knowledge or Intent.Contacts or Intent.Quiz, Sure: true } => null,
            _ => Show(turn, Place(turn), IsNumber(text, out var number) ? cards.NoSuchNumber(number, turn.Language) : cards.Say(Say.CheckPleaseChoose, turn.Language)),
        };
    }

    /// <summary>A click: <c>{round}.{item's number}.{answer, back or skip}</c>, results, stop, or nothing to go on.</summary>
    public DialogTurn Do(DialogTurn turn, string argument)
    {
        switch (argument)
        {
            case "":
                return Show(turn, Place(turn));
            case SelfCheckCards.Results:
                return Results(turn);
            case SelfCheckCards.Stop:
                return Stop(turn);
        }

        if (argument.Split('.') is not [var round, var number, var what] || Place(turn) is not { } place)
            return Show(turn, Place(turn), cards.Say(Say.CheckStale, turn.Language));
        if (round != Text(turn.Scene.Check.Round))
            return Show(turn, place, cards.Say(Say.CheckRoundClosed, turn.Language));
        if (number != Text(place.Number))
            return Show(turn, place, cards.Say(Say.CheckStale, turn.Language));
        return what switch
        {
            SelfCheckCards.Back => Back(turn, place),
            SelfCheckCards.Skip => Skip(turn, place),
            _ when Choice.Named<CheckAnswer>(what) is { } answer => Answer(turn, place, answer, null, null),
            _ => Show(turn, place, cards.Say(Say.CheckStale, turn.Language)),
        };
    }

    /// <summary>The item that waits: where the person is, else the first that the person has not answered. Null where all are answered.</summary>
    private Measure? Place(DialogTurn turn) =>
        (turn.Trainee.Check is { } run && run.Number == turn.Scene.Check.Round ? checklist.Find(run.Item) : null) ?? checklist.NextOpen(null, turn.Scene.Check.Answered);

    private DialogTurn Take(DialogTurn turn, CheckSaid said, Reading reading)
    {
        var (place, shown) = (Place(turn), (turn.Stage as Stage.Practising)?.Shown?.Split('.'));
        if (said.Wish == CheckWish.Stop)
            return Stop(turn);
        if (said.Wish == CheckWish.Results)
            return Results(turn);
        if (shown is [var round, _] && round != Text(turn.Scene.Check.Round))
            return Show(turn, place, cards.Say(Say.CheckRoundClosed, turn.Language));
        if (said.Item is not null)
            return Named(turn, said);
        if (place is null || (shown is [_, var item] && item != Text(place.Number)))
            return Show(turn, place, cards.Say(Say.CheckStale, turn.Language));
        return said switch
        {
            { Wish: CheckWish.Back } => Back(turn, place),
            { Wish: CheckWish.Skip } => Skip(turn, place),
            { Answer: { } answer } => Answer(turn, place, answer, said.Note, said.Link),
            _ => Note(turn, place, said, reading),
        };
    }

    /// <summary>An item by its number, and perhaps its answer.</summary>
    private DialogTurn Named(DialogTurn turn, CheckSaid said) => checklist.Numbered(said.Item!.Value) switch
    {
        null => Show(turn, Place(turn), cards.NoSuchItem(checklist.Items, turn.Language)),
        { } item when said.Answer is { } answer => Answer(turn, item, answer, said.Note, said.Link),
        { } item => Show(turn, item),
    };

    private DialogTurn Back(DialogTurn turn, Measure place) =>
        checklist.Before(place) is { } before ? Show(turn, before) : Show(turn, place, cards.Say(Say.CheckAtFirst, turn.Language));

    private DialogTurn Skip(DialogTurn turn, Measure place) =>
        checklist.NextOpen(place, turn.Scene.Check.Answered) is { } next ? Show(turn, next)
        : turn.Scene.Check.Answered.Contains(place.Id) ? Show(turn, null)
        : Show(turn, place, cards.Say(Say.CheckLastOpen, turn.Language));

    private DialogTurn Answer(DialogTurn turn, Measure item, CheckAnswer answer, string? note, string? link)
    {
        var place = Place(turn);
        if (Refused(turn, note, link) is { } refused)
            return Show(turn, item, refused);
        var (answered, masked) = Store(turn, item, answer, note, link);
        var next = place is null || place.Id == item.Id ? checklist.NextOpen(item, answered.Scene.Check.Answered) : place;
        var recorded = cards.Recorded(item, answer, note is { Length: > 0 }, link is not null, turn.Language);
        return Show(answered, next, masked, recorded);
    }

    /// <summary>A note or a link to the item that is shown, where the person has answered it, else to the one answered last.</summary>
    private DialogTurn Note(DialogTurn turn, Measure place, CheckSaid said, Reading reading)
    {
        var check = turn.Scene.Check;
        if ((check.Find(place.Id) ?? check.Own.LastOrDefault(own => checklist.Find(own.Item) is not null)) is not { } own)
            return Show(turn, place, cards.Say(Say.CheckNoteFirst, turn.Language));
        if (Refused(turn, said.Note, said.Link) is { } refused)
            return Show(turn, place, refused);
        var item = checklist.Find(own.Item)!;
        var (noted, masked) = Store(turn, item, own.Answer, said.Note, said.Link);
        string[] kept = [cards.Noted(item, turn.Language), .. ReporterDialog.IsGrave(reading) ? [cards.Say(Say.CheckNoteGrave, turn.Language)] : Array.Empty<string>()];
        return Show(noted, place, masked, kept);
    }

    private string? Refused(DialogTurn turn, string? note, string? link) =>
        note is not null && WellFormed.Of(note).Length > Settlement.LongestNote ? cards.NoteTooLong(turn.Language)
        : link is not null && EvidenceLink.Of(link, knowledge.Company.CodeWords) is null ? cards.Say(Say.CheckLinkWrong, turn.Language)
        : null;

    /// <summary>What was noted before stays unless something takes its place.</summary>
    private (DialogTurn Turn, IReadOnlyList<MaskedKind> Masked) Store(DialogTurn turn, Measure item, CheckAnswer answer, string? note, string? link)
    {
        var (check, before) = (turn.Scene.Check, turn.Scene.Check.Find(item.Id));
        var (masked, kinds) = note is null ? (before?.Note ?? "", []) : Masking.Apply(WellFormed.Of(note), knowledge.Company.CodeWords);
        var own = new OwnAnswer(item.Id, answer, masked, link is null ? before?.Link ?? "" : EvidenceLink.Of(link, knowledge.Company.CodeWords)!, turn.Scene.At);
        var stored = turn.Add(new Effect.Check(check.Round, own.Item, own.Answer, own.Note, own.Link));
        return (stored with { Scene = turn.Scene with { Check = check.With(own) } }, kinds);
    }

    private DialogTurn Consult(DialogTurn turn, string text, Reading reading)
    {
        var place = Place(turn);
        var consulted = consultation.Open(turn, text, reading);
        return place is null ? consulted : consulted.Reply(cards.PlaceKept(place, turn.Language));
    }

    private DialogTurn Stop(DialogTurn turn) => turn.GoOn().Reply(cards.Stopped(turn.Scene.Check, checklist, turn.Language));

    private DialogTurn Results(DialogTurn turn) => turn.GoOn().Reply(cards.ResultsOf(turn.Scene.Check, checklist, [], turn.Language));

    private DialogTurn Show(DialogTurn turn, Measure? item, params IReadOnlyList<string> said) => Show(turn, item, [], said);

    /// <param name="item">Null shows the results, since all is answered.</param>
    /// <param name="said">What is told before it.</param>
    private DialogTurn Show(DialogTurn turn, Measure? item, IReadOnlyList<MaskedKind> masked, params IReadOnlyList<string> said)
    {
        if (item is null)
        {
            var done = (turn with { Trainee = turn.Trainee with { Check = null } }).GoOn();
            return done.Reply(general.WithMasked(cards.ResultsOf(turn.Scene.Check, checklist, [.. said, cards.Say(Say.CheckAllAnswered, turn.Language)], turn.Language), masked));
        }

        var run = new CheckRun(turn.Scene.Check.Round, item.Id);
        var shown = (turn with { Trainee = turn.Trainee with { Check = run } }).Move(new Stage.Practising(Practice.SelfCheck, turn.Matter, $"{Text(run.Number)}.{Text(item.Number)}"));
        return shown.Reply(general.WithMasked(cards.Item(item, checklist, turn, said), masked));
    }

    private static bool IsNumber(string text, out int number) => int.TryParse(Folding.Fold(text.AsSpan(0, Math.Min(text.Length, 20))), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
