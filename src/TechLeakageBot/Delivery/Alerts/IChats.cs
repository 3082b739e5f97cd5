using TechLeakageBot.Core;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>Where people are to be found in chat.</summary>
internal interface IChats
{
    /// <summary>The conversations of a person, the one spoken in last first; empty where the person has never spoken with the bot.</summary>
    Task<IReadOnlyList<(ConversationKey Key, string Address)>> OfAsync(ChatAccount account, CancellationToken cancel);
}
