using System.Security.Claims;
using TechLeakageBot.Core;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Desk;

/// <summary>
/// Who may sit at the desk: the officers and deputies of the company now in force. It is asked at every request, so that somebody who
/// is taken off the list loses access at once.
/// </summary>
internal sealed class DeskPeople(KnowledgeSource knowledge, RunMode mode)
{
    /// <summary>Local mode: the <see cref="DeskPerson.Id"/> that was chosen at the sign-in.</summary>
    public const string ChosenClaim = "desk_person";

    /// <summary>A name that the tenant vouches for: an account or a mail address.</summary>
    public const string AccountClaim = "desk_account";

    /// <summary>Sits at the desk in local mode while the company names no officer, so that it can be tried out.</summary>
    private static readonly DeskPerson Anybody = new("local", new Bilingual("お試し利用", "Trial"), null, []);

    /// <summary>Those whom somebody at this machine may sit down as, in local mode.</summary>
    public IReadOnlyList<DeskPerson> Choices => !mode.IsLocal ? [] : Handlers.Select(PersonOf).ToArray() is { Length: > 0 } people ? people : [Anybody];

    /// <summary>Null for whoever is not an officer or a deputy now.</summary>
    public DeskPerson? Of(ClaimsPrincipal signedIn) =>
        mode.IsLocal ? Choices.FirstOrDefault(person => person.Id == signedIn.FindFirst(ChosenClaim)?.Value)
        : Handlers.FirstOrDefault(officer => signedIn.FindAll(AccountClaim).Any(account => IsOf(account.Value, officer))) is { } officer ? PersonOf(officer)
        : null;

    private IEnumerable<Officer> Handlers => knowledge.Current.Company.Officers.Concat(knowledge.Current.Company.Deputies);

    private static bool IsOf(string account, Officer officer) =>
        account.Equals(officer.Account, StringComparison.OrdinalIgnoreCase) || account.Equals(officer.Mail, StringComparison.OrdinalIgnoreCase);

    private static DeskPerson PersonOf(Officer officer) => new(officer.Mail ?? officer.Name.Ja, officer.Name, officer.Role, officer.Sites);
}
