using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Tests.Dialogs;

/// <summary>A conversation with readings made by hand.</summary>
internal sealed class Talk(KnowledgeBase knowledge)
{
    private readonly Dialog dialog = new(knowledge);

    public Talk()
        : this(Known.Base)
    {
    }

    public Conversation State { get; set; } = Conversation.New with { Language = Language.English };

    public Profile Profile { get; set; } = Profile.New;

    /// <summary>What is kept of the person's training.</summary>
    public Trainee Trainee { get; set; } = Trainee.New;

    /// <summary>The effects of the last turn.</summary>
    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    /// <summary>The incidents so far.</summary>
    public Dictionary<string, Incident> Incidents { get; init; } = [];

    /// <summary>Each report as the officer first read it, and again where more became known.</summary>
    public List<Incident> Reports { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);

    public bool IsPrivate { get; set; } = true;

    public Reporter Who { get; set; } = new("test", "conversation", "person");

    public IReadOnlyList<Card> Cards => [.. Effects.OfType<Effect.Reply>().Select(reply => reply.Card)];

    public Consultation Matter => ((Stage.Consulting)State.Stage).Matter;

    /// <summary>Every text on the cards of the last turn.</summary>
    public string Shown => string.Join('\n', Cards.SelectMany(card => card.Blocks.Select(Text).Concat(card.Buttons.Select(button => button.Label))));

    public Talk Hear(string text, Reading reading) => Turn(new Said.Text(text), reading);

    public Talk Click(Verb verb, int matter = 1, string argument = "") => Turn(new Said.Click(new Choice(verb, matter, argument).Encode()), null);

    public Talk Turn(Said said, Reading? reading)
    {
        var scene = new Scene(Now, Who, IncidentNumber.Format(2026, Incidents.Count + 1), Incidents, new byte[32]) { IsPrivate = IsPrivate, Trainee = Trainee };
        var transition = dialog.Advance(State, Profile, said, reading, scene);
        (State, Profile, Effects, Trainee) = (transition.Next, transition.Profile, transition.Effects, transition.Trainee ?? Trainee);
        foreach (var record in Effects.OfType<Effect.Record>())
            Keep(record);
        return this;
    }

    /// <summary>As the store does.</summary>
    private void Keep(Effect.Record record)
    {
        var after = Incidents.TryGetValue(record.Number, out var before) ? before.With(record.Events) : IncidentFold.Of(record.Number, record.Events)!;
        Incidents[record.Number] = after;
        if (record.Events.Any(recorded => recorded.Event is IncidentEvent.Opened or IncidentEvent.Raised))
            Reports.Add(after);
    }

    private static string Text(Block block) => block switch
    {
        Block.Level level => level.Text,
        Block.Heading heading => heading.Text,
        Block.Paragraph paragraph => paragraph.Text,
        Block.Lines lines => $"{lines.Title} {string.Join('\n', lines.Items)}",
        Block.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Name} {fact.Value}")),
        Block.Note note => note.Text,
        Block.Draft draft => draft.Text,
        _ => "",
    };
}

/// <summary>Readings made by hand.</summary>
internal static class Read
{
    private static readonly Reading Nothing = new(
        Language.English, null, Intent.Other, Severity.Info, [], [new TopicScore(Known.Sns, 0.9)], new HashSet<Signal>(), null, null, Sure: true, Cut: false);

    public static Reading Other => Nothing;

    public static Reading Info(params Signal[] signals) => Situation(Severity.Info, [], signals);

    public static Reading Caution(params Signal[] signals) => Situation(Severity.Caution, [], signals);

    public static Reading Serious(Reason reason = Reason.Out, params Signal[] signals) => Situation(Severity.Serious, [reason], signals);

    public static Reading Knowledge(string topic = Known.Rules) => Nothing with { Intent = Intent.Knowledge, Topics = [new TopicScore(topic, 0.9)] };

    public static Reading Contacts(string? prefecture = null) => Nothing with
    {
        Intent = Intent.Contacts,
        Topics = [new TopicScore(Known.Bureaus, 0.9)],
        Place = prefecture is null ? null : new Place(new Bilingual(prefecture, prefecture), prefecture),
    };

    public static Reading Command(Command command) => Nothing with { Intent = Intent.Command, Command = command };

    public static Reading Unsure => Nothing with
    {
        Intent = Intent.Knowledge,
        Topics = [new TopicScore(Known.Sns, 0.1), new TopicScore(Known.Spy, 0.1), new TopicScore(Known.Rules, 0.1), new TopicScore(Known.Inpit, 0.1)],
        Sure = false,
    };

    public static Reading About(this Reading reading, string topic) => reading with { Topics = [new TopicScore(topic, 0.9)] };

    public static Reading At(this Reading reading, string prefecture, bool isSite = true) =>
        reading with { Place = new Place(new Bilingual(prefecture, prefecture), prefecture, isSite) };

    private static Reading Situation(Severity severity, IReadOnlyList<Reason> reasons, Signal[] signals) =>
        Nothing with { Intent = Intent.Situation, Severity = severity, Reasons = reasons, Signals = signals.ToHashSet() };
}
