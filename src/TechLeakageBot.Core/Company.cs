using TechLeakageBot.Core.Incidents;

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

    public Escalation Escalation { get; init; } = Escalation.Default;

    /// <summary>Where somebody can report without a name; null where no such page is known.</summary>
    public Uri? AnonymousPage { get; init; }

    /// <summary>What the numbers of certificates follow on, with a slash at its end; null where no such page is known.</summary>
    public Uri? CertificatePage { get; init; }

    /// <summary>Everybody who may handle incidents: officers, then deputies.</summary>
    public IEnumerable<Officer> Handlers => Officers.Concat(Deputies);

    /// <summary>The responsible officer of a site: its own, else one for all sites, else the first.</summary>
    public Officer? OfficerOf(string? siteId) =>
        Officers.FirstOrDefault(officer => siteId is not null && officer.Sites.Contains(siteId))
        ?? Officers.FirstOrDefault(officer => officer.Sites.Count == 0)
        ?? (Officers.Count > 0 ? Officers[0] : null);

    public Officer? OfficerById(string? id) => id is null ? null : Handlers.FirstOrDefault(officer => officer.Id == id);

    /// <summary>The officer or deputy who speaks as this person in chat; null for everybody else.</summary>
    public Officer? OfficerInChat(string channel, string person) =>
        Handlers.FirstOrDefault(officer => officer.Chats.Contains(new ChatAccount(channel, person)));

    /// <summary>Whether somebody may handle the incidents of a site. Where nobody serves the site, the officer of last resort does.</summary>
    public bool Serves(Officer officer, string? siteId) => Handlers.Contains(officer)
        && (siteId is null || officer.Sites.Count == 0 || officer.Sites.Contains(siteId) || officer == OfficerOf(siteId));

    public Site? SiteOf(string? siteId) => Sites.FirstOrDefault(site => site.Id == siteId);
}

/// <summary>A person responsible for measures against technology leakage (handbook p. 9).</summary>
/// <param name="Sites">Ids of the sites served; empty for all.</param>
public sealed record Officer(Bilingual Name, Bilingual? Role, string? Mail, string? Tel, IReadOnlyList<string> Sites)
{
    /// <summary>Where the officer is in chat; empty where only mail and telephone are known.</summary>
    public IReadOnlyList<ChatAccount> Chats { get; init; } = [];

    /// <summary>The name that the officer signs in by, where it is not the mail address.</summary>
    public string? Account { get; init; }

    /// <summary>What incidents name the officer by: the mail address, else the name.</summary>
    public string Id => Mail ?? Name.Ja;
}

/// <summary>A person in a channel, such as <c>botframework:msteams</c> and the person's Entra object id.</summary>
public sealed record ChatAccount(string Channel, string Person);

/// <param name="Prefecture">Without 県, 府 or 都; null for a site abroad.</param>
public sealed record Site(string Id, Bilingual Name, string? Prefecture);
