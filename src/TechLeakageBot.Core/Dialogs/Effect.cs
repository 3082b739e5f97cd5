using System.Text.Json.Serialization;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a dialog decides shall happen. Effects are data; the host carries them out after the commit.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(Alert), "alert")]
[JsonDerivedType(typeof(RecordQuestion), "record-question")]
[JsonDerivedType(typeof(Forget), "forget")]
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Shows a card to the person.</summary>
    public sealed record Reply(Card Card) : Effect;

    /// <summary>Tells the responsible officer of a site.</summary>
    /// <param name="Summary">The person's own words, secrets masked.</param>
    public sealed record Alert(
        Severity Severity,
        IReadOnlyList<Reason> Reasons,
        string Topic,
        string? SiteId,
        string? BureauId,
        string Summary,
        Language Language) : Effect;

    /// <summary>Keeps a question that the bot could not place, secrets masked, for the officer to read.</summary>
    public sealed record RecordQuestion(string Question, Language Language, IReadOnlyList<string> Offered) : Effect;

    /// <summary>Deletes what is stored of the person.</summary>
    public sealed record Forget : Effect;
}

/// <summary>What follows from one thing said: the next state of the conversation, what is known of the person, and effects in order.</summary>
public sealed record Transition(Conversation Next, Profile Profile, IReadOnlyList<Effect> Effects);
