using TechLeakageBot.Core;

namespace TechLeakageBot.Desk;

/// <summary>An officer or a deputy at the desk.</summary>
/// <param name="Id">What tells this person from the others: the mail address, else the name.</param>
internal sealed record DeskPerson(string Id, Bilingual Name, Bilingual? Role, IReadOnlyList<string> Sites);
