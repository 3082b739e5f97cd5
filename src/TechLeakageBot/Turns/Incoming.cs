using TechLeakageBot.Core.Dialogs;

namespace TechLeakageBot.Turns;

/// <summary>One message that a channel has verified and translated.</summary>
/// <param name="MessageId">The platform's id of the message; a redelivered message carries the same one.</param>
/// <param name="Address">Where to answer, as the channel wrote it for itself; the newest one of a conversation counts.</param>
/// <param name="At">When the channel received it.</param>
/// <param name="IsPrivate">Whether nobody but the person and the bot reads the conversation.</param>
internal sealed record Incoming(ConversationKey Conversation, string MessageId, string Address, Said Said, DateTimeOffset At, bool IsPrivate = true);

/// <summary>One person in one conversation of one channel. Two people in a group have two keys, so that neither sees the other's matter.</summary>
/// <param name="Channel">Begins with the name of the bot's own endpoint: Azure Bot Service has channels named like another, such as <c>directline</c>.</param>
internal sealed record ConversationKey(string Channel, string Conversation, string Person)
{
    /// <summary>Ids come from outside; longer ones are refused by the channels.</summary>
    public const int LongestPart = 512;
}
