using System.Text;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The referral pack: to read and print, to edit and approve, and as a file.</summary>
internal static class PackEndpoints
{
    public static void MapPack(this RouteGroupBuilder desk)
    {
        desk.MapGet("/incidents/{number}/pack", async (string number, IncidentDesk incidents, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await ShowAsync(number, null, null, incidents, view, facts, cancel));
        desk.MapGet("/incidents/{number}/pack.md", async (string number, IncidentDesk incidents, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            facts.Me is { } me && await incidents.ViewAsync(number, me, Witnessed.Exported, cancel) is { } incident
                ? Results.File(Encoding.UTF8.GetBytes(PackDocument.Of(incident, facts.Knowledge, view.Language).ToMarkdown()), "text/markdown; charset=utf-8", $"{number}.md")
                : DeskPage.Notice(Notice.NotFound));
        desk.MapPost("/incidents/{number}/pack", async (string number, [FromForm] string? happened, [FromForm] string? disclosed, [FromForm] string? counterpart,
            [FromForm] string? contact, IncidentDesk incidents, DeskView view, DeskFacts facts, CancellationToken cancel) =>
        {
            var pack = new ReferralPack(FormText.Of(happened), FormText.Of(disclosed), FormText.Of(counterpart), FormText.Of(contact));
            return await ActAsync(number, new OfficerAction.EditPack(pack), pack, incidents, view, facts, cancel);
        });
        desk.MapPost("/incidents/{number}/pack/approve", async (string number, IncidentDesk incidents, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await ActAsync(number, new OfficerAction.ApprovePack(), null, incidents, view, facts, cancel));
    }

    private static async Task<IResult> ActAsync(
        string number, OfficerAction action, ReferralPack? typed, IncidentDesk incidents, DeskView view, DeskFacts facts, CancellationToken cancel) =>
        facts.Me is not { } me ? DeskPage.Notice(Notice.NotFound)
        : await incidents.ActAsync(number, action, me, cancel) switch
        {
            null or Decision.Refused { Why: Refusal.NotAnOfficer } => DeskPage.Notice(Notice.NotFound),
            Decision.Refused refused => await ShowAsync(number, typed, facts.Wording.Refused(refused.Why, view.Language), incidents, view, facts, cancel),
            _ => Results.LocalRedirect($"{DeskFeature.Path}/incidents/{number}/pack"),
        };

    /// <summary>A page that can be printed has left the desk, so the audit calls it exported.</summary>
    private static async Task<IResult> ShowAsync(
        string number, ReferralPack? typed, string? error, IncidentDesk incidents, DeskView view, DeskFacts facts, CancellationToken cancel) =>
        facts.Me is { } me && await incidents.ViewAsync(number, me, Witnessed.Exported, cancel) is { } incident
            ? DeskPage.Of<PackPage>(
                new
                {
                    incident.Number,
                    Document = PackDocument.Of(incident, facts.Knowledge, view.Language),
                    Pack = typed ?? incident.Pack ?? PackDocument.Draft(incident, facts.Knowledge, view.Language),
                    CanApprove = incident.Pack is { Approved: null },
                    Error = error,
                },
                error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict)
            : DeskPage.Notice(Notice.NotFound);
}
