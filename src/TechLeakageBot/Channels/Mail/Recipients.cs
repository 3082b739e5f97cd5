using MimeKit;
using TechLeakageBot.Core;

namespace TechLeakageBot.Channels.Mail;

/// <summary>Whom an alert goes to.</summary>
internal static class Recipients
{
    /// <summary>
    /// Circles of people, to be tried one after another until the server takes somebody: the officer of the site, the deputies, all
    /// officers. Nobody stands in two; a circle in which nobody has an address is left out.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<MailboxAddress>> Of(Company company, string? siteId)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var circles = new List<IReadOnlyList<MailboxAddress>>();
        foreach (var people in new IEnumerable<Officer?>[] { [company.OfficerOf(siteId)], company.Deputies, company.Officers })
        {
            MailboxAddress[] circle = [.. people.Select(officer => Mailboxes.Parse(officer?.Mail)).OfType<MailboxAddress>().Where(mailbox => known.Add(mailbox.Address))];
            if (circle.Length > 0)
                circles.Add(circle);
        }

        return circles;
    }
}
