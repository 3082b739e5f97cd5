using TechLeakageBot.Core;

namespace TechLeakageBot.Training;

/// <summary>Whose training an officer looks after: the people of the officer's sites.</summary>
internal static class OfficerScope
{
    /// <summary>Whether somebody on the company's list is in the officer's care. Who is not on the list practises by choice, and is in nobody's.</summary>
    public static bool LooksAfter(this Company company, Officer officer, StoredTrainee person) => person.Name.Length > 0 && company.Serves(officer, person.SiteId);

    public static bool ServesEverySite(this Company company, Officer officer) =>
        company.Handlers.Contains(officer) && (officer.Sites.Count == 0 || company.Sites.All(site => company.Serves(officer, site.Id)));
}
