namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a person did in a channel, translated so that nothing behind the channel knows Teams, Slack or a terminal.</summary>
public abstract record Said
{
    private Said()
    {
    }

    /// <summary>Words. May be of any length and hold anything.</summary>
    public sealed record Text(string Value) : Said;

    /// <summary>A click on a button, as it was encoded by <see cref="Choice.Encode"/>; from outside, so anything may stand here.</summary>
    public sealed record Click(string Encoded) : Said;

    /// <summary>Files, pictures or stickers without words. They are never opened.</summary>
    public sealed record Files : Said;

    /// <summary>The person or the bot has just joined the conversation.</summary>
    public sealed record Joined(Language Language) : Said;

    /// <summary>Something that this bot does not understand, such as a card answer without a choice.</summary>
    public sealed record Unknown : Said;
}
