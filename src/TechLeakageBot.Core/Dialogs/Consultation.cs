using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>One matter that a person asks about, as far as it is known.</summary>
/// <param name="Number">Its number within the conversation.</param>
/// <param name="Topic">The topic to open first.</param>
/// <param name="SimilarCase">The case study nearest to it; null where none is near.</param>
/// <param name="Signals">Everything mentioned so far.</param>
/// <param name="Asked">Questions asked so far, in order; the last one may still be open.</param>
/// <param name="Open">The question that waits for its answer.</param>
/// <param name="Requests">How often the contact has asked for something.</param>
/// <param name="ContactLanguage">The language in which the contact writes.</param>
/// <param name="Summary">The person's own words, secrets masked.</param>
/// <param name="Prefecture">The prefecture of the site that the person's words name; null follows the person's own site.</param>
/// <param name="Contacts">By what the contact can be known again.</param>
/// <param name="Masked">What was masked in the person's words.</param>
/// <param name="Told">Whether the responsible officer has been told, at this level or a higher one.</param>
/// <param name="Incident">The number of the incident that it was reported as; null until then.</param>
public sealed record Consultation(
    int Number,
    string Topic,
    string? SimilarCase,
    Severity Severity,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<Question> Asked,
    Question? Open,
    int Requests,
    Language ContactLanguage,
    string Summary,
    string? Prefecture,
    IReadOnlyList<ContactTrace> Contacts,
    IReadOnlyList<MaskedKind> Masked,
    bool Told,
    string? Incident = null)
{
    /// <summary>Longest <see cref="Summary"/>, in characters.</summary>
    public const int LongestSummary = 1_500;
}

/// <summary>A follow-up question.</summary>
public enum Question
{
    /// <summary>What has gone out?</summary>
    WhatWentOut,

    /// <summary>Were there favours or pressure?</summary>
    Favours,

    /// <summary>Is a foreign government behind it?</summary>
    State,

    /// <summary>Which site is it about?</summary>
    Site,
}
