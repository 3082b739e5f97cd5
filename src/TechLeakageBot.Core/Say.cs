namespace TechLeakageBot.Core;

/// <summary>The sentences that the bot's own phrases give words to.</summary>
public enum Say
{
    Hello,
}
