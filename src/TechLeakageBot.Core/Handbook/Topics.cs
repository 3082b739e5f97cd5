namespace TechLeakageBot.Core.Handbook;

/// <summary>
/// Something of METI's handbook that an answer can lead to. The ids (such as <c>case.people.sns</c>) never change.
/// </summary>
/// <param name="Pages">Pages of the handbook, in order.</param>
/// <param name="Actions">What to do and not to do when a live event touches this topic.</param>
/// <param name="Related">Ids of the topics to read next, most useful first.</param>
public abstract record Topic(
    string Id,
    Area Area,
    Bilingual Title,
    Bilingual Summary,
    IReadOnlyList<int> Pages,
    Actions Actions,
    IReadOnlyList<string> Related)
{
    /// <summary>Every sentence about the topic, from which the reader learns its words.</summary>
    public abstract IEnumerable<Bilingual> Sentences { get; }
}

/// <summary>The handbook's areas, in its order.</summary>
public enum Area
{
    /// <summary>What to do first (pp. 2, 9-10).</summary>
    First,

    /// <summary>Leaks through people (pp. 3-4, 11-12).</summary>
    People,

    /// <summary>Leaks through coordination with business partners (pp. 5-6, 13-14).</summary>
    Partners,

    /// <summary>Leaks through production abroad (pp. 7, 15).</summary>
    Overseas,

    /// <summary>Leaks through joint research (pp. 8, 16).</summary>
    Research,

    /// <summary>Whom to consult (pp. 19-20).</summary>
    Contacts,
}

/// <summary>A case study (handbook pp. 3-8): how technology leaked at another company.</summary>
public sealed record CaseStudy(
    string Id,
    Area Area,
    Bilingual Title,
    Bilingual Summary,
    IReadOnlyList<int> Pages,
    Bilingual Story,
    Bilingual Ending,
    IReadOnlyList<Bilingual> Signs,
    Actions Actions,
    IReadOnlyList<Bilingual> WhomToTell,
    IReadOnlyList<Bilingual> Questions,
    IReadOnlyList<string> Measures) : Topic(Id, Area, Title, Summary, Pages, Actions, Measures)
{
    public override IEnumerable<Bilingual> Sentences => [Title, Summary, Story, Ending, .. Signs];
}

/// <summary>A measure (handbook pp. 9-16), which is also an item of the checklist (pp. 17-18).</summary>
/// <param name="Number">Its place in the checklist, 1 to 32.</param>
/// <param name="GuidancePages">Pages or page ranges of METI's longer guidance, as the checklist names them ("122-126").</param>
/// <param name="Check">The checklist's question, answered by yes, partly or no.</param>
public sealed record Measure(
    string Id,
    Area Area,
    int Number,
    Bilingual Title,
    Bilingual Summary,
    IReadOnlyList<int> Pages,
    IReadOnlyList<string> GuidancePages,
    Bilingual What,
    Bilingual Why,
    IReadOnlyList<Bilingual> How,
    Bilingual FirstStep,
    Actions Actions,
    Bilingual Check,
    IReadOnlyList<string> Related) : Topic(Id, Area, Title, Summary, Pages, Actions, Related)
{
    public override IEnumerable<Bilingual> Sentences => [Title, Summary, What, Why, .. How, FirstStep, Check];
}

/// <summary>A guide or a column of the handbook (pp. 2, 4, 10, 14).</summary>
public sealed record Guide(
    string Id,
    Area Area,
    Bilingual Title,
    Bilingual Summary,
    IReadOnlyList<int> Pages,
    IReadOnlyList<Bilingual> Points,
    Actions Actions,
    IReadOnlyList<string> Related) : Topic(Id, Area, Title, Summary, Pages, Actions, Related)
{
    public override IEnumerable<Bilingual> Sentences => [Title, Summary, .. Points];
}

/// <summary>Somebody outside the company to consult (handbook pp. 19-20).</summary>
public sealed record Contact(
    string Id,
    Area Area,
    Bilingual Title,
    Bilingual Summary,
    IReadOnlyList<int> Pages,
    IReadOnlyList<Bilingual> Points,
    IReadOnlyList<ContactEntry> Entries,
    IReadOnlyList<string> Related) : Topic(Id, Area, Title, Summary, Pages, Actions.None, Related)
{
    public override IEnumerable<Bilingual> Sentences => [Title, Summary, .. Points];
}

/// <summary>One address of a contact. What the handbook does not give is null.</summary>
public sealed record ContactEntry(Bilingual Name, string? Tel, string? Extension, string? Mail, Uri? Url, Bilingual? Address);

/// <summary>A regional bureau of METI (handbook p. 19).</summary>
/// <param name="Prefectures">The prefectures it serves; the Japanese name, without 県, 府 or 都, is what places refer to.</param>
public sealed record Bureau(
    string Id,
    Bilingual Name,
    Bilingual Section,
    string Tel,
    string Mail,
    IReadOnlyList<int> Pages,
    IReadOnlyList<Bilingual> Prefectures);
