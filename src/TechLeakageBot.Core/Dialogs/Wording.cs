using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Which sentence tells a level or a reason, to the person as to the officer.</summary>
public static class Wording
{
    /// <summary>The level as a line to act on.</summary>
    public static Say Line(Severity severity) => severity switch
    {
        Severity.Serious => Say.LevelSerious,
        Severity.Caution => Say.LevelCaution,
        _ => Say.LevelInfo,
    };

    /// <summary>The level as one word.</summary>
    public static Say Name(Severity severity) => severity switch
    {
        Severity.Serious => Say.NameSerious,
        Severity.Caution => Say.NameCaution,
        _ => Say.NameInfo,
    };

    public static Say Sentence(Reason reason) => reason switch
    {
        Reason.Compromised => Say.ReasonCompromised,
        Reason.State => Say.ReasonState,
        Reason.Access => Say.ReasonAccess,
        Reason.Intent => Say.ReasonIntent,
        _ => Say.ReasonOut,
    };
}
