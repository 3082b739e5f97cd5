using System.Text.Json.Serialization;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a dialog decides shall happen. Effects are data; the host carries them out after the commit.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(Reply), "reply")]
[JsonDerivedType(typeof(Record), "record")]
[JsonDerivedType(typeof(Alert), "alert")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(Remind), "remind")]
[JsonDerivedType(typeof(Witness), "witness")]
[JsonDerivedType(typeof(RecordQuestion), "record-question")]
[JsonDerivedType(typeof(Forget), "forget")]
[JsonDerivedType(typeof(Check), "check")]
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>Shows a card to the person.</summary>
    public sealed record Reply(Card Card) : Effect;

    /// <summary>Writes what happened to an incident.</summary>
    /// <param name="Events">In order, following on those that are stored.</param>
    public sealed record Record(string Number, IReadOnlyList<Recorded> Events) : Effect;

    /// <summary>Tells officers of an event of an incident. Holds no text: what is shown is the incident as it stands when it is sent.</summary>
    /// <param name="Event">The number of the event within the incident.</param>
    /// <param name="SiteId">The incident's site.</param>
    public sealed record Alert(string Number, int Event, Audience To, Road Road, string? SiteId) : Effect;

    /// <summary>Tells the reporter of an event of the incident, in the conversation it was reported in.</summary>
    public sealed record Tell(string Number, int Event) : Effect;

    /// <summary>Reminds a person of courses, in a conversation that nobody else reads. Says what is still open when it is sent; nothing where all is done by then.</summary>
    /// <param name="Courses">Ids of the courses.</param>
    public sealed record Remind(IReadOnlyList<string> Courses) : Effect;

    /// <summary>Writes into the audit that somebody looked at an incident, or tried what is not theirs to do.</summary>
    /// <param name="Officer">The officer's <see cref="Officer.Id"/>; null for somebody who is none.</param>
    public sealed record Witness(string Number, Witnessed What, string? Officer) : Effect;

    /// <summary>Keeps a question that the bot could not place, secrets masked, for the officer to read.</summary>
    public sealed record RecordQuestion(string Question, Language Language, IReadOnlyList<string> Offered) : Effect;

    /// <summary>Deletes what is stored of the person.</summary>
    public sealed record Forget : Effect;

    /// <summary>Writes the person's answer to an item of the self-check; the first one of a round opens it.</summary>
    /// <param name="Item">The measure's id.</param>
    /// <param name="Note">Secrets masked; empty for none.</param>
    /// <param name="Link">An http or https address; empty for none.</param>
    public sealed record Check(int Round, string Item, CheckAnswer Answer, string Note, string Link) : Effect;
}

/// <summary>What follows from one thing said: the next state of the conversation, what is known of the person, and effects in order.</summary>
public sealed record Transition(Conversation Next, Profile Profile, IReadOnlyList<Effect> Effects)
{
    /// <summary>What is kept of the person's training from now on; null where that has not changed.</summary>
    public Trainee? Trainee { get; init; }
}

/// <summary>Which officers an alert is for.</summary>
public enum Audience
{
    /// <summary>The officer of the incident's site.</summary>
    Officer,

    /// <summary>Who has the incident in hand; the officer of the site where nobody has, or the person left.</summary>
    Handler,

    Deputies,

    /// <summary>Every officer and deputy.</summary>
    Everybody,
}

/// <summary>On which road an alert goes.</summary>
public enum Road
{
    /// <summary>By chat; where no chat of the audience is open, to the next circle of people, and at last by mail.</summary>
    Chat,

    Mail,

    /// <summary>By chat, and by mail where no chat is open.</summary>
    Any,
}

/// <summary>What the audit keeps beside the events.</summary>
public enum Witnessed
{
    Viewed,
    Refused,
    Exported,
}
