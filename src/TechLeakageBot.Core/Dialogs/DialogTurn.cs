using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>A turn while it is being decided: what was, and what has been decided so far.</summary>
internal sealed record DialogTurn(Conversation Conversation, Profile Profile, Language Language, Scene Scene)
{
    public Stage Stage { get; private init; } = Conversation.Stage;

    public int Matters { get; private init; } = Conversation.Matters;

    public Trainee Trainee { get; init; } = Scene.Trainee;

    /// <summary>Whether what was said is passed on as long as it is, beyond what the reader reads of it.</summary>
    public bool Whole { get; init; }

    private IReadOnlyList<Effect> Effects { get; init; } = [];

    /// <summary>The matter that is open, whatever the bot is asking about it.</summary>
    public Consultation? Matter => MatterOf(Stage);

    public static Consultation? MatterOf(Stage stage) => stage switch
    {
        Stage.Consulting consulting => consulting.Matter,
        Stage.AskingPlace asking => asking.Matter,
        Stage.Unsure unsure => unsure.Matter,
        Stage.ConfirmingForget confirming => confirming.Matter,
        Stage.Reporting reporting => reporting.Matter,
        Stage.Handling handling => handling.Matter,
        Stage.Practising practising => practising.Matter,
        _ => null,
    };

    public DialogTurn Move(Stage stage) => this with { Stage = stage };

    /// <summary>Back to the open matter, where there is one.</summary>
    public DialogTurn GoOn() => Move(Matter is { } matter ? new Stage.Consulting(matter) : new Stage.Idle());

    /// <summary>Opens a matter under the next number.</summary>
    public DialogTurn OpenMatter(Func<int, Consultation> matter) =>
        this with { Matters = Matters + 1, Stage = new Stage.Consulting(matter(Matters + 1)) };

    public DialogTurn Add(Effect effect) => this with { Effects = [.. Effects, effect] };

    /// <summary>Writes what happened to an incident, and tells whoever has to hear of it.</summary>
    /// <param name="before">Null for an incident that is opened.</param>
    public DialogTurn Record(string number, Incident? before, IReadOnlyList<Recorded> events)
    {
        if (events.Count == 0)
            return this;
        var after = before is null ? IncidentFold.Of(number, events)! : before.With(events);
        var recorded = Add(new Effect.Record(number, events));
        return recorded with { Effects = [.. recorded.Effects, .. Routing.Of(after, events)] };
    }

    public DialogTurn Reply(Card card) => Add(new Effect.Reply(card));

    public DialogTurn ReplyFirst(Card card) => this with { Effects = [new Effect.Reply(card), .. Effects] };

    /// <summary>The button that a text names by its number or its label; null where it names none.</summary>
    public Choice? Offered(string text)
    {
        var folded = Understanding.Folding.Fold(text);
        for (var i = 0; i < Conversation.Offered.Count; i++)
        {
            if (folded == $"{i + 1}" || folded == Understanding.Folding.Fold(Conversation.Offered[i].Label))
                return Conversation.Offered[i].Choice;
        }

        return null;
    }

    /// <param name="note">A last remark under the last card.</param>
    public Transition End(Card? note)
    {
        var turn = note is null ? this : Reply(note);
        return new Transition(
            new Conversation(turn.Stage is Stage.Lost ? new Stage.Idle() : turn.Stage, turn.Numbered(), turn.Matters, turn.Language),
            turn.Profile,
            turn.Effects)
        {
            Trainee = ReferenceEquals(turn.Trainee, Scene.Trainee) ? null : turn.Trainee,
        };
    }

    /// <summary>Each card counts its buttons from 1, and a number answers the last card that shows it; the rest have their labels only.</summary>
    private Button[] Numbered()
    {
        var (numbered, rest) = (new List<Button>(), new List<Button>());
        foreach (var reply in Effects.OfType<Effect.Reply>().Reverse())
        {
            var shown = reply.Card.Buttons;
            rest.AddRange(shown.Take(numbered.Count));
            numbered.AddRange(shown.Skip(numbered.Count));
        }

        return [.. numbered, .. rest];
    }
}
