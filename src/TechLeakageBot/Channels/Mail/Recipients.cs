using MimeKit;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Delivery.Alerts;

namespace TechLeakageBot.Channels.Mail;

/// <summary>Whom an alert goes to.</summary>
internal static class Recipients
{
    /// <summary>Circles of addresses, to be tried one after another until the server takes somebody. No address stands in two.</summary>
    public static IReadOnlyList<IReadOnlyList<MailboxAddress>> Of(Company company, Incident incident, Audience audience)
    {
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. Circles.Of(company, incident, audience)
                .Select(people => people.Select(officer => Mailboxes.Parse(officer.Mail)).OfType<MailboxAddress>().Where(mailbox => known.Add(mailbox.Address)).ToArray())
                .Where(circle => circle.Length > 0),
        ];
    }
}
