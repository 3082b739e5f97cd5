using TechLeakageBot.Core;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>Where people are to be found in chat.</summary>
internal interface IChats
{
    /// <summary>The conversations of a person, the one spoken in last first; empty where the person has never spoken with the bot.</summary>
    Task<IReadOnlyList<OpenChat>> OfAsync(ChatAccount account, CancellationToken cancel);
}

/// <summary>A conversation of a person.</summary>
/// <param name="Address">Where to answer, as the channel wrote it for itself.</param>
/// <param name="Language">The language that the person chose or spoke last; null where none is known.</param>
internal sealed record OpenChat(ConversationKey Key, string Address, Language? Language);
