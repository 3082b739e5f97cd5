using TechLeakageBot.Anonymous;
using TechLeakageBot.Certificates;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Knowledge;

/// <summary>
/// Reads <c>company/company.yaml</c>. Each list that the <c>Company</c> settings give takes the place of the file's:
/// <c>Company:Officers:0:{Name,NameEn,Role,RoleEn,Mail,Account,Tel,Sites:0,Chats:0:Channel,Chats:0:Person}</c>, <c>Company:Deputies:…</c>,
/// <c>Company:Sites:0:{Id,Name,NameEn,Prefecture}</c>, <c>Company:CodeWords:0</c>; each time of <see cref="EscalationSettings"/> by itself.
/// </summary>
internal sealed class CompanyFile(KnowledgeFolder folder, Catalogue catalogue, IConfiguration settings)
{
    private const string File = "company/company.yaml";

    /// <summary>Channels whose clients say themselves who speaks: whoever names an officer there would be one.</summary>
    private static readonly string[] NamesThemselves = ["directline", "botframework:directline", "botframework:webchat", "botframework:emulator"];

    private readonly bool isLocal = RunMode.Of(settings).IsLocal;

    /// <summary>Whether the file in force says of itself that it is the example.</summary>
    public bool IsExample { get; private set; }

    public Company Read()
    {
        var company = folder.Has(File) && folder.Entry(File) is { } entry ? FromFile(entry) : Company.Unknown;
        var section = settings.GetSection("Company");
        var overlaid = company with
        {
            Officers = Given(section, "Officers", Officer) ?? company.Officers,
            Deputies = Given(section, "Deputies", Officer) ?? company.Deputies,
            Sites = Given(section, "Sites", Site) ?? company.Sites,
            CodeWords = Given(section, "CodeWords", word => word.Value ?? "") ?? company.CodeWords,
        };
        IsExample &= overlaid.Officers == company.Officers;
        Check(overlaid);
        var read = overlaid with
        {
            CodeWords = [.. overlaid.CodeWords.Where(word => !string.IsNullOrWhiteSpace(word))],
            Escalation = EscalationSettings.Over(company.Escalation, settings, folder.Faults),
            AnonymousPage = AnonymousSettings.PageOf(settings),
            CertificatePage = CertificateSettings.PageOf(settings),
        };
        return isLocal ? Personas.Seat(read) : read;
    }

    private static T[]? Given<T>(IConfiguration section, string key, Func<IConfigurationSection, T> read)
    {
        var given = section.GetSection(key).GetChildren().ToArray();
        return given.Length == 0 ? null : [.. given.Select(read)];
    }

    private static Officer Officer(IConfigurationSection section) => new(
        Name(section, "Name"),
        section["Role"] is null ? null : Name(section, "Role"),
        section["Mail"],
        section["Tel"],
        [.. section.GetSection("Sites").GetChildren().Select(site => site.Value ?? "")])
    {
        Account = section["Account"],
        Chats = [.. section.GetSection("Chats").GetChildren().Select(chat => new ChatAccount(chat["Channel"] ?? "", chat["Person"] ?? ""))],
    };

    private static Site Site(IConfigurationSection section) => new(section["Id"] ?? "", Name(section, "Name"), section["Prefecture"]);

    private static Bilingual Name(IConfigurationSection section, string key) => new(section[key] ?? "", section[$"{key}En"] ?? section[key] ?? "");

    private Company FromFile(YamlEntry entry)
    {
        IsExample = entry.Optional("example") == "true";
        var company = new Company(
            entry.OptionalBilingual("name"),
            entry.OptionalBilingual("public_contact"),
            [.. entry.Entries("officers").Select(Officer)],
            [.. entry.Has("deputies") ? entry.Entries("deputies").Select(Officer) : []],
            [.. entry.Entries("sites").Select(Site)],
            entry.OptionalTexts("code_words") ?? [],
            entry.Has("rules") ? entry.Bilinguals("rules") : [])
        {
            Escalation = entry.Has("escalation") && entry.Entry("escalation") is { } times ? EscalationFile.Read(times) : Escalation.Default,
        };
        entry.Done();
        return company;
    }

    private static Officer Officer(YamlEntry entry)
    {
        var officer = new Officer(
            entry.Bilingual("name"), entry.OptionalBilingual("role"), entry.Optional("mail"), entry.Optional("tel"), entry.OptionalTexts("sites") ?? [])
        {
            Account = entry.Optional("account"),
            Chats = [.. entry.Has("chats") ? entry.Entries("chats").Select(Chat) : []],
        };
        entry.Done();
        return officer;
    }

    private static ChatAccount Chat(YamlEntry entry)
    {
        var chat = new ChatAccount(entry.Text("channel"), entry.Text("person"));
        entry.Done();
        return chat;
    }

    private static Site Site(YamlEntry entry)
    {
        var site = new Site(entry.Text("id"), entry.Bilingual("name"), entry.Optional("prefecture"));
        entry.Done();
        return site;
    }

    private void Check(Company company)
    {
        foreach (var site in company.Sites)
        {
            if (site.Id.Length is 0 or > 60 || site.Id.Any(c => !char.IsAsciiLetterOrDigit(c) && c != '-'))
                folder.Faults.Add($"{File}:1: site id '{site.Id}' must be 1 to 60 letters, digits or hyphens");
            if (site.Prefecture is { } prefecture && catalogue.BureauOf(prefecture) is null)
                folder.Faults.Add($"{File}:1: site '{site.Id}': found prefecture '{prefecture}', expected one that a bureau serves, without 県, 府 or 都");
        }

        foreach (var twice in company.Sites.GroupBy(site => site.Id).Where(sites => sites.Count() > 1))
            folder.Faults.Add($"{File}:1: site id '{twice.Key}' stands twice, expected each once");
        foreach (var site in company.Sites.Where(site => site.Name is { Ja: "" } or { En: "" }))
            folder.Faults.Add($"{File}:1: site '{site.Id}' has no name, expected one (Company:Sites:…:Name)");
        if (company.Officers.Concat(company.Deputies).Any(officer => officer.Name is { Ja: "" } or { En: "" }))
            folder.Faults.Add($"{File}:1: an officer has no name, expected one (Company:Officers:…:Name)");
        foreach (var site in company.Officers.Concat(company.Deputies).SelectMany(officer => officer.Sites).Where(id => company.SiteOf(id) is null))
            folder.Faults.Add($"{File}:1: an officer serves the site '{site}', but no site has this id");
        if (company.Handlers.SelectMany(officer => officer.Chats).Any(chat => chat.Channel.Length == 0 || chat.Person.Length == 0))
            folder.Faults.Add($"{File}:1: a chat of an officer lacks its channel or its person, expected both, such as botframework:msteams and an Entra object id");
        foreach (var chat in company.Handlers.SelectMany(officer => officer.Chats).Where(chat => !isLocal && NamesThemselves.Contains(chat.Channel)))
            folder.Faults.Add($"{File}:1: found a chat of an officer in '{chat.Channel}', where anybody may take any name, expected one that knows people, such as botframework:msteams");
        foreach (var chat in company.Handlers.SelectMany(officer => officer.Chats).GroupBy(chat => chat).Where(chats => chats.Count() > 1))
            folder.Faults.Add($"{File}:1: the chat '{chat.Key.Person}' in '{chat.Key.Channel}' stands twice, expected it with one officer");
        foreach (var mail in company.Officers.Concat(company.Deputies).Select(officer => officer.Mail).Where(mail => !string.IsNullOrEmpty(mail) && !IsMail(mail)))
            folder.Faults.Add($"{File}:1: found the mail address '{mail}' of an officer, expected one like officer@example.co.jp");
    }

    /// <summary>One plain address, as mail servers everywhere take it: an alert must not be lost to a slip of the keyboard.</summary>
    private static bool IsMail(string mail) =>
        mail.Split('@') is [{ Length: > 0 }, { Length: > 0 }] && mail.All(c => c is > ' ' and <= '~' and not (',' or ';' or '<' or '>' or '"'));
}
