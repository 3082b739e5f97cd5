using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Delivery.Alerts;

/// <summary>Whom an alert goes to: circles of people, to be tried one after another until somebody is reached. Nobody stands in two.</summary>
internal static class Circles
{
    public static IReadOnlyList<IReadOnlyList<Officer>> Of(Company company, Incident incident, Audience audience)
    {
        var officer = company.OfficerOf(incident.SiteId);
        Officer?[] first = audience switch
        {
            Audience.Officer => [officer],
            Audience.Handler => [company.OfficerById(incident.Handler) ?? officer],
            Audience.Deputies => [.. company.Deputies],
            _ => [.. company.Handlers],
        };
        var known = new HashSet<Officer>();
        return
        [
            .. new IEnumerable<Officer?>[] { first, [officer], company.Deputies, company.Officers }
                .Select(circle => circle.OfType<Officer>().Where(known.Add).ToArray())
                .Where(circle => circle.Length > 0),
        ];
    }
}
