using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Core.Dialogs;

/// <summary>Which site a matter is about, and so which bureau and which officer.</summary>
internal sealed class Whereabouts(KnowledgeBase knowledge)
{
    /// <summary>The site that the person's words name, else the person's own, else the company's only one; null where none is known.</summary>
    public string? Prefecture(Consultation? matter, Profile profile) =>
        matter?.Prefecture
        ?? knowledge.Company.SiteOf(profile.SiteId)?.Prefecture
        ?? profile.Prefecture
        ?? (knowledge.Company.Sites is [var only] ? only.Prefecture : null);

    public (Bureau? Bureau, Officer? Officer) Of(Consultation? matter, Profile profile)
    {
        var site = profile.SiteId ?? knowledge.Company.Sites.FirstOrDefault(s => s.Prefecture is not null && s.Prefecture == Prefecture(matter, profile))?.Id;
        return (knowledge.Handbook.BureauOf(Prefecture(matter, profile)), knowledge.Company.OfficerOf(site));
    }

    /// <summary>The company's site that a text names; null where it names none.</summary>
    public Site? SiteNamed(string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)));
        return knowledge.Company.Sites.FirstOrDefault(site =>
            folded.Contains(Folding.Fold(site.Name.Ja), StringComparison.Ordinal) || folded.Contains(Folding.Fold(site.Name.En), StringComparison.Ordinal));
    }
}
