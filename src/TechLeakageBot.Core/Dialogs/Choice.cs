using System.Globalization;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>What a button does.</summary>
/// <param name="Verb">What is to be done.</param>
/// <param name="Matter">The number of the matter that the button belongs to; a button of an earlier matter is stale.</param>
/// <param name="Argument">Further choice, such as a site's id; empty where there is none.</param>
public sealed record Choice(Verb Verb, int Matter, string Argument = "")
{
    /// <summary>Longer values are not ours.</summary>
    private const int LongestEncoded = 200;

    public string Encode() => string.Create(CultureInfo.InvariantCulture, $"{Verb}:{Matter}:{Argument}");

    /// <summary>The value of this name; null for any other word, and for the numbers and lists that <see cref="Enum.TryParse{T}(string, out T)"/> takes as well.</summary>
    public static T? Named<T>(string name)
        where T : struct, Enum => Enum.GetNames<T>().Contains(name) ? Enum.Parse<T>(name) : null;

    /// <summary>Null for anything that <see cref="Encode"/> did not write.</summary>
    public static Choice? Decode(string encoded)
    {
        if (encoded.Length > LongestEncoded || encoded.Split(':', 3) is not [var verb, var matter, var argument])
            return null;
        return Named<Verb>(verb) is { } known
            && int.TryParse(matter, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && new Choice(known, number, argument) is var choice && choice.Encode() == encoded
            ? choice
            : null;
    }
}

/// <summary>What a button can do.</summary>
public enum Verb
{
    /// <summary>Shows the reply drafts. Argument: empty, or one draft's name.</summary>
    Drafts,

    /// <summary>Tells the responsible officer. Argument: empty shows first what would be sent, <c>send</c> sends it.</summary>
    Tell,

    /// <summary>Shows what the responsible officer was sent.</summary>
    Sent,

    /// <summary>Shows how to report without a name.</summary>
    Anonymous,

    /// <summary>Shows where to consult. Argument: empty, a site's id, or a prefecture.</summary>
    Consult,

    /// <summary>Shows more of the similar case. Argument: a topic's id.</summary>
    More,

    /// <summary>Answers a follow-up question. Argument: the answer's name.</summary>
    Answer,

    /// <summary>Picks one of several topics. Argument: a topic's id, or empty for none of them.</summary>
    Pick,

    /// <summary>Confirms or declines to be forgotten. Argument: yes or no.</summary>
    Forget,

    /// <summary>What a reporter does about a report. Argument: the incident's number, a dot, and the <see cref="ReporterStep"/>.</summary>
    Report,

    /// <summary>What an officer does about an incident. Argument: its number, a dot, the <see cref="OfficerStep"/>, and where it is chosen by button a dot and the choice.</summary>
    Incident,

    /// <summary>Begins, continues or answers a quiz.</summary>
    Quiz,

    /// <summary>Begins, continues or answers a drill.</summary>
    Drill,

    /// <summary>Shows a course or begins its next part.</summary>
    Course,

    /// <summary>Begins, continues or answers the self-check.</summary>
    Check,

    Help,
    Language,
    StartOver,
}
