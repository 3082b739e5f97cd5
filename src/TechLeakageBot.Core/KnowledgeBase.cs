using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core;

/// <summary>Everything the bot knows at one moment. An edit of the files makes a new one.</summary>
public sealed record KnowledgeBase(Catalogue Handbook, Reader Reader, Phrases Phrases, Company Company)
{
    /// <summary>What can be practised.</summary>
    public Curriculum Curriculum { get; init; } = Curriculum.Empty;

    /// <summary>Texts that hold the company's own name, addresses and numbers, and those of the offices that the handbook names (pp. 19-20).</summary>
    public IEnumerable<string> OwnContacts =>
    [
        .. Company.Name is { } name ? [$"株式会社{name.Ja}", $"{name.En} Co., Ltd."] : Array.Empty<string>(),
        .. Company.Handlers.Select(officer => $"{officer.Mail} {officer.Tel}"),
        .. Handbook.Bureaus.Select(bureau => $"{bureau.Mail} {bureau.Tel}"),
        .. Handbook.Topics.OfType<Contact>().SelectMany(contact => contact.Entries).Select(entry => $"{entry.Mail} {entry.Tel} {entry.Url}"),
    ];
}
