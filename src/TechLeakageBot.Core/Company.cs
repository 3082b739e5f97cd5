namespace TechLeakageBot.Core;

/// <summary>What the bot knows of the company that runs it, from <c>knowledge/company/</c> and the <c>Company</c> settings.</summary>
/// <param name="PublicContact">The desk to which a contact may be sent, such as the web form; never a person's address.</param>
/// <param name="Sites">Plants and offices; the first is where somebody sits who has not said where.</param>
/// <param name="CodeWords">Words that must not be stored or shown, such as names of projects.</param>
public sealed record Company(
    Bilingual? Name,
    Bilingual? PublicContact,
    IReadOnlyList<Officer> Officers,
    IReadOnlyList<Officer> Deputies,
    IReadOnlyList<Site> Sites,
    IReadOnlyList<string> CodeWords,
    IReadOnlyList<Bilingual> Rules)
{
    public static Company Unknown { get; } = new(null, null, [], [], [], [], []);

    /// <summary>The responsible officer of a site: its own, else one for all sites, else the first.</summary>
    public Officer? OfficerOf(string? siteId) =>
        Officers.FirstOrDefault(officer => siteId is not null && officer.Sites.Contains(siteId))
        ?? Officers.FirstOrDefault(officer => officer.Sites.Count == 0)
        ?? (Officers.Count > 0 ? Officers[0] : null);

    public Site? SiteOf(string? siteId) => Sites.FirstOrDefault(site => site.Id == siteId);
}

/// <summary>A person responsible for measures against technology leakage (handbook p. 9).</summary>
/// <param name="Sites">Ids of the sites served; empty for all.</param>
public sealed record Officer(Bilingual Name, Bilingual? Role, string? Mail, string? Tel, IReadOnlyList<string> Sites)
{
    /// <summary>The name that the officer signs in by, where it is not the mail address.</summary>
    public string? Account { get; init; }
}

/// <param name="Prefecture">Without 県, 府 or 都; null for a site abroad.</param>
public sealed record Site(string Id, Bilingual Name, string? Prefecture);
