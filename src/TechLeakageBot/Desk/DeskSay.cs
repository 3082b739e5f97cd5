namespace TechLeakageBot.Desk;

/// <summary>The sentences of the officer's pages; their words stand in <c>knowledge/desk/</c> under the same names.</summary>
public enum DeskSay
{
    // Around every page.
    ProductName,
    LanguageName,
    SkipToMain,
    NavigationLabel,
    Incidents,
    Questions,
    Delivery,
    Audit,
    SignOut,
    ToIncidents,

    // Signing in and out.
    SignInTitle,
    SignInLocalText,
    SignInAs,
    SignInButton,
    SignInEntraText,
    SignInEntraButton,
    SignInAgain,
    SignInFailedTitle,
    SignInFailedText,
    SignedOutTitle,
    SignedOutText,
    SignedOutMeanwhileTitle,
    SignedOutMeanwhileText,
    LinkNeededTitle,
    LinkNeededText,
    LinkSpentTitle,
    LinkSpentText,
    ContinueTitle,
    ContinueButton,

    // What cannot be shown.
    ForbiddenTitle,
    ForbiddenText,
    NotFoundTitle,
    NotFoundText,
    BadRequestTitle,
    BadRequestText,
    FaultTitle,
    FaultText,
    IncidentsNone,
    NothingHere,

    // Charts.
    ChartTable,
    ChartEmpty,
    ChartTotal,
    ChartCount,
    ChartShare,
    ChartUpTo,
    ChartBeyond,
    ChartMedian,
    ChartTarget,
    Minutes,
    Hours,
    Days,
}
