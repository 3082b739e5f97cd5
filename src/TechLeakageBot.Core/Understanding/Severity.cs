namespace TechLeakageBot.Core.Understanding;

/// <summary>What the person wants.</summary>
public enum Intent
{
    /// <summary>Tells of something that has happened, is happening or is about to happen.</summary>
    Situation,

    /// <summary>Asks how or what, with no live event behind it.</summary>
    Knowledge,

    /// <summary>Asks whom or where to consult.</summary>
    Contacts,

    /// <summary>Wants to practise or to be trained.</summary>
    Quiz,

    /// <summary>Wants to check how far the company has come.</summary>
    Checklist,

    /// <summary>Works the bot itself.</summary>
    Command,

    /// <summary>Is none of the bot's business.</summary>
    Other,
}

/// <summary>How serious a situation is. The order is the order of the levels.</summary>
public enum Severity
{
    Info,
    Caution,
    Serious,
}

/// <summary>Why a situation is serious.</summary>
public enum Reason
{
    /// <summary>Something that is not public has gone out, or there are signs of it.</summary>
    Out,

    /// <summary>Somebody has accepted favours, or is being threatened.</summary>
    Compromised,

    /// <summary>A foreign government or its law demands the information.</summary>
    State,

    /// <summary>Somebody without the right got or is getting in, or a device is lost.</summary>
    Access,

    /// <summary>Somebody inside plans to take technology out.</summary>
    Intent,
}

/// <summary>A word that works the bot itself.</summary>
public enum Command
{
    Help,
    Cancel,
    Language,
    Status,
    Forget,
    StartOver,
}
