namespace TechLeakageBot.Desk.Pages;

/// <summary>A page that says one thing and what to do next.</summary>
public enum Notice
{
    /// <summary>Somebody signed in who is neither officer nor deputy.</summary>
    Forbidden,
    NotFound,

    /// <summary>Most often a page that stood open until its token was of no use any more.</summary>
    BadRequest,

    /// <summary>More was sent than any page takes.</summary>
    TooLarge,
    Fault,

    /// <summary>Local mode: the desk was opened without the link.</summary>
    LinkNeeded,

    /// <summary>Local mode: the link was used or is too old.</summary>
    LinkSpent,
    SignedOut,

    /// <summary>Something was sent after the session had ended.</summary>
    SignedOutMeanwhile,

    /// <summary>The issuer refused, or somebody turned back there.</summary>
    SignInFailed,
}
