using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Tests.Storage;

/// <summary>Turns made by hand.</summary>
internal static class Turn
{
    public static ConversationKey Key(string conversation = "c1", string person = "p1") => new("test", conversation, person);

    public static TurnCommit Of(ConversationKey key, string messageId, long version, params Effect[] effects) =>
        new(Message(key, messageId), new Transition(State(effects.Length), Profile.New, effects), version, TimeSpan.Zero);

    public static Incoming Message(ConversationKey key, string messageId) =>
        new(key, messageId, $"address of {messageId}", new Said.Text("words"), DateTimeOffset.UnixEpoch);

    public static Conversation State(int matters, params Button[] offered) => Conversation.New with { Matters = matters, Offered = offered };

    public static Effect.Reply Reply(string text) => new(Card.Of(Language.Japanese, new Block.Paragraph(text)));

    /// <param name="name">Stands where the number of an incident would.</param>
    public static Effect.Alert Alert(string name) => new(name, 1, Audience.Officer, Road.Mail, null);

    public static string Text(Effect effect) => effect switch
    {
        Effect.Reply reply => ((Block.Paragraph)reply.Card.Blocks[0]).Text,
        Effect.Alert alert => alert.Number,
        _ => "",
    };
}
