using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Tests.Training;

/// <summary>Somebody who practises, with the shipped knowledge and its real reader. Several conversations may share one trainee.</summary>
internal sealed class Learner(KnowledgeBase knowledge, Language language = Language.Japanese)
{
    public KnowledgeBase Knowledge { get; set; } = knowledge;

    public Trainee Trainee { get; set; } = Trainee.New;

    public Conversation State { get; set; } = Conversation.New with { Language = language };

    public DateTimeOffset Now { get; set; } = new(2026, 11, 25, 1, 0, 0, TimeSpan.Zero);

    public IReadOnlyList<Card> Cards { get; private set; } = [];

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    /// <summary>Every text of the last answer.</summary>
    public string Shown => string.Join('\n', Cards.SelectMany(card => card.Blocks.Select(Text)));

    public Learner Say(string text) => Turn(new Said.Text(text), text);

    public Learner Click(Choice choice) => Turn(new Said.Click(choice.Encode()), null);

    /// <summary>By the label of a button of the last answer.</summary>
    public Learner Press(string label) => Click(Button(label).Choice);

    public Button Button(string label) => Cards.SelectMany(card => card.Buttons).Last(button => button.Label == label);

    public void Shows(Say say) => Assert.Contains(Knowledge.Phrases[say, State.Language].Split('{')[0], Shown, StringComparison.Ordinal);

    private Learner Turn(Said said, string? text)
    {
        var reading = text is null ? null : Knowledge.Reader.Read(text);
        var scene = new Scene(Now, new Reporter("test", "conversation", "person"), IncidentNumber.Format(2026, 1), new Dictionary<string, Incident>(), new byte[32]) { Trainee = Trainee };
        var transition = new Dialog(Knowledge).Advance(State, Profile.New with { Language = language }, said, reading, scene);
        (State, Trainee, Effects) = (transition.Next, transition.Trainee ?? Trainee, transition.Effects);
        Cards = [.. Effects.OfType<Effect.Reply>().Select(reply => reply.Card)];
        return this;
    }

    private static string Text(Block block) => block switch
    {
        Block.Level level => level.Text,
        Block.Heading heading => heading.Text,
        Block.Paragraph paragraph => paragraph.Text,
        Block.Lines lines => $"{lines.Title}\n{string.Join('\n', lines.Items)}",
        Block.Facts facts => string.Join('\n', facts.Items.Select(fact => $"{fact.Name} {fact.Value}")),
        Block.Draft draft => draft.Text,
        Block.Link link => link.Text,
        Block.Note note => note.Text,
        _ => "",
    };
}
