using TechLeakageBot.Core;
using TechLeakageBot.Core.Incidents;

namespace TechLeakageBot.Desk.Pages;

/// <summary>What the desk calls whoever reported. Reports hold no names, so it says where the person wrote, except of the company's own officers.</summary>
internal static class ReporterName
{
    private const string Teams = "botframework:msteams";
    private const string ChatPage = "directline";

    public static string Of(Reporter? reporter, DeskFacts facts, DeskView view) => reporter switch
    {
        null => facts[Say.ReporterAnonymous],
        _ when facts.Company.OfficerInChat(reporter.Channel, reporter.Person) is { } officer => view[officer.Name],
        { Channel: Teams } => view[DeskSay.ReporterInTeams],
        { Channel: ChatPage } => view[DeskSay.ReporterOnPage],
        _ => view[DeskSay.ReporterSomewhere],
    };

    /// <summary>The person's id in the company's directory, where whoever runs that finds the name; null where the channel knows none.</summary>
    public static string? DirectoryId(Reporter? reporter) => reporter is { Channel: Teams, Person: var person } && Guid.TryParse(person, out _) ? person : null;
}
