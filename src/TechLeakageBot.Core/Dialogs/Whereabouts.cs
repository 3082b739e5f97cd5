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

    /// <summary>Whether the place need not be asked for. A person at a site abroad has no prefecture and is known all the same.</summary>
    public bool IsKnown(Consultation? matter, Profile profile) =>
        Prefecture(matter, profile) is not null || knowledge.Company.SiteOf(profile.SiteId) is not null;

    public MatterPlace Of(Consultation? matter, Profile profile)
    {
        var prefecture = Prefecture(matter, profile);
        var own = knowledge.Company.SiteOf(profile.SiteId);
        var site = own?.Prefecture == prefecture ? own : knowledge.Company.Sites.FirstOrDefault(s => s.Prefecture == prefecture) ?? own;
        var assumed = prefecture is null ? knowledge.Company.Sites.FirstOrDefault(s => s.Prefecture is not null) : null;
        return new MatterPlace(
            knowledge.Handbook.BureauOf(prefecture ?? assumed?.Prefecture),
            knowledge.Company.OfficerOf((site ?? assumed)?.Id),
            (site ?? assumed)?.Id,
            assumed);
    }

    /// <summary>The company's site that a text names; null where it names none.</summary>
    public Site? SiteNamed(string text)
    {
        var folded = Folding.Fold(text.AsSpan(0, Math.Min(text.Length, Reader.LongestText)));
        return knowledge.Company.Sites.FirstOrDefault(site =>
            folded.Contains(Folding.Fold(site.Name.Ja), StringComparison.Ordinal) || folded.Contains(Folding.Fold(site.Name.En), StringComparison.Ordinal));
    }
}

/// <summary>Whom a matter concerns by its place.</summary>
/// <param name="SiteId">The company's site; null where it has none there.</param>
/// <param name="Assumed">The company's first site, where nothing is known of the person's own; null where it is known.</param>
internal sealed record MatterPlace(Bureau? Bureau, Officer? Officer, string? SiteId, Site? Assumed);
