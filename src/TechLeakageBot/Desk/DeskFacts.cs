using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Desk;

/// <summary>What a page needs of the knowledge in force: the words the chat uses too, and who looks as an officer of the company.</summary>
internal sealed class DeskFacts(KnowledgeSource source, DeskView view)
{
    public KnowledgeBase Knowledge => source.Current;

    public Company Company => Knowledge.Company;

    public IncidentWording Wording => new(Knowledge.Phrases, Company);

    /// <summary>Null in a trial without officers.</summary>
    public Officer? Me => Company.OfficerById(view.Person?.Id);

    public string this[Say say, params ReadOnlySpan<string> parts] => Knowledge.Phrases[say, view.Language, parts];

    public string Site(string? siteId) => Company.SiteOf(siteId)?.Name.In(view.Language) ?? this[Say.SiteUnknown];
}
