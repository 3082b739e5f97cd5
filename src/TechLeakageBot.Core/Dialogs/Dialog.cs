using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The whole machine: state and input in, next state and effects out. Pure; safe to share.</summary>
public sealed class Dialog(KnowledgeBase knowledge)
{
    /// <param name="reading">What the reader made of a <see cref="Said.Text"/>; null for anything else.</param>
    public Transition Advance(Conversation conversation, Profile profile, Said said, Reading? reading)
    {
        var language = profile.Language ?? reading?.Language ?? Language.Japanese;
        return new Transition(conversation, profile, [new Effect.Reply(Card.Of(language, new Block.Paragraph(knowledge.Phrases[Say.Hello, language])))]);
    }
}
