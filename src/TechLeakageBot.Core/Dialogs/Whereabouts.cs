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

    public MatterPlace Of(Consultation? matter, Profile profile)
    {
        var prefecture = Prefecture(matter, profile);
        var site = knowledge.Company.SiteOf(profile.SiteId) ?? knowledge.Company.Sites.FirstOrDefault(s => s.Prefecture is not null && s.Prefecture == prefecture);
        var assumed = prefecture is null ? knowledge.Company.Sites.FirstOrDefault(s => s.Prefecture is not null) : null;
        return new MatterPlace(
            knowledge.Handbook.BureauOf(prefecture ?? assumed?.Prefecture),
            knowledge.Company.OfficerOf((site ?? assumed)?.Id),
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
/// <param name="Assumed">The company's first site, where nothing is known of the person's own; null where it is known.</param>
internal sealed record MatterPlace(Bureau? Bureau, Officer? Officer, Site? Assumed);
