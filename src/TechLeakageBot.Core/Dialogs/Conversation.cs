using System.Text.Json.Serialization;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>The state of one person's conversation; serialised as JSON between turns.</summary>
/// <param name="Stage">What the bot is waiting for.</param>
/// <param name="Offered">The buttons shown last, so that a number or a label answers them.</param>
/// <param name="Matters">How many matters have been opened; a button carries the number of its own.</param>
/// <param name="Language">The language of the last exchange, for answers to clicks.</param>
public sealed record Conversation(Stage Stage, IReadOnlyList<Button> Offered, int Matters, Language Language)
{
    public static Conversation New { get; } = new(new Stage.Idle(), [], 0, Language.Japanese);

    /// <summary>Takes the place of a stored state that this version cannot read: the next answer begins with an apology.</summary>
    public static Conversation Unreadable { get; } = new(new Stage.Lost(), [], 0, Language.Japanese);
}

/// <summary>What is remembered of a person across conversations.</summary>
/// <param name="Language">The language chosen by the person; null follows what the person writes.</param>
/// <param name="SiteId">The person's site; null until told.</param>
/// <param name="Prefecture">The prefecture of the site, where it is none of the company's known sites.</param>
/// <param name="Incidents">The numbers of the incidents that the person reported by name, newest last; null for none.</param>
public sealed record Profile(Language? Language = null, string? SiteId = null, string? Prefecture = null, IReadOnlyList<string>? Incidents = null)
{
    /// <summary>Older reports are found by their numbers.</summary>
    private const int MostIncidents = 10;

    public static Profile New { get; } = new();

    public Profile With(string incident) => this with { Incidents = [.. (Incidents ?? []).Where(known => known != incident).TakeLast(MostIncidents - 1), incident] };
}

/// <summary>What the bot is waiting for.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "stage")]
[JsonDerivedType(typeof(Idle), "idle")]
[JsonDerivedType(typeof(Lost), "lost")]
[JsonDerivedType(typeof(Consulting), "consulting")]
[JsonDerivedType(typeof(Unsure), "unsure")]
[JsonDerivedType(typeof(AskingPlace), "asking-place")]
[JsonDerivedType(typeof(ConfirmingForget), "confirming-forget")]
[JsonDerivedType(typeof(Reporting), "reporting")]
[JsonDerivedType(typeof(Handling), "handling")]
[JsonDerivedType(typeof(Practising), "practising")]
public abstract record Stage
{
    private Stage()
    {
    }

    /// <summary>Nothing is open.</summary>
    public sealed record Idle : Stage;

    /// <summary>The stored state could not be read.</summary>
    public sealed record Lost : Stage;

    /// <summary>A matter is open; a question of it may be waiting for its answer.</summary>
    public sealed record Consulting(Consultation Matter) : Stage;

    /// <summary>Several topics are offered. The question is kept with secrets masked.</summary>
    /// <param name="Matter">The matter that stays open meanwhile.</param>
    public sealed record Unsure(string Question, IReadOnlyList<string> Offered, Consultation? Matter = null) : Stage;

    /// <summary>The bot has asked which site or prefecture this is about.</summary>
    public sealed record AskingPlace(Consultation? Matter) : Stage;

    /// <summary>The bot has asked whether it shall really forget the person.</summary>
    /// <param name="Matter">The matter that stays open if not.</param>
    public sealed record ConfirmingForget(Consultation? Matter = null) : Stage;

    /// <summary>The bot waits for words of the reporter about an incident.</summary>
    /// <param name="Matter">The matter that stays open meanwhile.</param>
    public sealed record Reporting(string Incident, ReporterStep Step, Consultation? Matter = null) : Stage;

    /// <summary>The bot waits for words of an officer about an incident.</summary>
    /// <param name="Chosen">What was chosen by button before, such as the outcome of a closing; empty where nothing was.</param>
    /// <param name="Matter">The matter that stays open meanwhile.</param>
    public sealed record Handling(string Incident, OfficerStep Step, string Chosen = "", Consultation? Matter = null) : Stage;

    /// <summary>A quiz, a drill or the self-check waits for an answer. Where it stands is kept with the trainee, so that it goes on in any conversation.</summary>
    /// <param name="Matter">The matter that stays open meanwhile.</param>
    /// <param name="Shown">Where the drill stood when it was last shown here: words under an older step are no answer to the one that another device went on to.</param>
    public sealed record Practising(Practice What, Consultation? Matter = null, string? Shown = null) : Stage;
}

/// <summary>What a person is practising.</summary>
public enum Practice
{
    Quiz,
    Drill,
    SelfCheck,
}

/// <summary>What a reporter can do about a report.</summary>
public enum ReporterStep
{
    AddDetail,
    Answer,
    Withdraw,
}

/// <summary>What an officer can do about an incident in chat.</summary>
public enum OfficerStep
{
    View,
    Acknowledge,
    Ask,
    Note,
    Assign,
    NextDate,
    Consult,
    Close,
    Reopen,
}
