using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Core;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The list and one incident with its actions.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this RouteGroupBuilder desk)
    {
        desk.MapGet("/", ListAsync);
        desk.MapGet("/incidents/{number}", async (string number, [FromQuery] string? done, [FromQuery] string? masked, IncidentDesk incidents, IIncidents store,
            DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await ShowAsync(number, null, null, done is null ? null : DoneText(masked, view, facts), incidents, store, facts, cancel));
        desk.MapPost("/incidents/{number}/{act}", async (string number, string act, [FromForm] string? text, [FromForm] string? to, [FromForm] string? on,
            [FromForm] string? whom, [FromForm] string? outcome, IncidentDesk incidents, IIncidents store, DeskView view, DeskFacts facts, CancellationToken cancel) =>
        {
            var form = new IncidentForm(act, FormText.Of(text), to, on, whom, outcome);
            if (facts.Me is not { } me || !IsAct(act))
                return DeskPage.Notice(Notice.NotFound);
            if (ActionOf(form) is not { } action)
                return await ShowAsync(number, form, view[DeskSay.FormIncomplete], null, incidents, store, facts, cancel);
            return await incidents.ActAsync(number, action, me, cancel) switch
            {
                null or Decision.Refused { Why: Refusal.NotAnOfficer } => DeskPage.Notice(Notice.NotFound),
                Decision.Refused refused => await ShowAsync(number, form, facts.Wording.Refused(refused.Why, view.Language), null, incidents, store, facts, cancel),
                Decision.Accepted accepted => Results.LocalRedirect($"{DeskFeature.Path}/incidents/{number}?done=1"
                    + (accepted.Masked.Count > 0 ? $"&masked={string.Join(',', accepted.Masked.Distinct())}" : "")),
                _ => DeskPage.Notice(Notice.Fault),
            };
        });
    }

    private static async Task<IResult> ListAsync(HttpContext context, IIncidents store, DeskView view, DeskFacts facts, TimeProvider time, CancellationToken cancel)
    {
        var (me, company, now) = (facts.Me, facts.Company, time.GetUtcNow());
        var lines = me is null ? [] : (await store.ListAsync(cancel)).Where(line => company.Serves(me, line.SiteId)).ToArray();
        var query = IncidentQuery.Of(context.Request.Query);
        return DeskPage.Of<IncidentListPage>(new
        {
            Query = query,
            Found = query.Apply(lines),
            HasAny = lines.Length > 0,
            Sites = company.Sites.Where(site => me is not null && company.Serves(me, site.Id)).ToArray(),
            ByMonth = IncidentCharts.ByMonth(lines, view, facts, now),
            ByContact = IncidentCharts.ByContact(lines, view, now),
            Times = IncidentCharts.ToAcknowledge(lines, view, now),
        });
    }

    private static async Task<IResult> ShowAsync(
        string number, IncidentForm? form, string? error, string? done, IncidentDesk incidents, IIncidents store, DeskFacts facts, CancellationToken cancel) =>
        facts.Me is { } me && await FindAsync(number, me, isReturn: done is not null, incidents, cancel) is { } incident
            ? DeskPage.Of<IncidentPage>(
                new { Incident = incident, Earlier = await store.EarlierOfContactAsync(number, cancel), Form = form, Error = error, Done = done },
                error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict)
            : DeskPage.Notice(Notice.NotFound);

    private static Task<Incident?> FindAsync(string number, Officer me, bool isReturn, IncidentDesk incidents, CancellationToken cancel) =>
        isReturn ? incidents.ReturnAsync(number, me, cancel) : incidents.ViewAsync(number, me, Witnessed.Viewed, cancel);

    internal static string DoneText(string? masked, DeskView view, DeskFacts facts)
    {
        var kinds = (masked ?? "").Split(',').Select(name => Enum.TryParse<MaskedKind>(name, out var kind) && Enum.IsDefined(kind) ? kind : (MaskedKind?)null)
            .OfType<MaskedKind>().Distinct().ToArray();
        return kinds.Length == 0 ? view[DeskSay.Saved] : $"{view[DeskSay.Saved]} {facts.Wording.Masked(kinds, view.Language)}";
    }

    private static bool IsAct(string act) => act is "acknowledge" or "ask" or "note" or "assign" or "date" or "consulted" or "close" or "reopen";

    /// <summary>Null where something is missing that a browser would have asked for.</summary>
    private static OfficerAction? ActionOf(IncidentForm form) => form.Act switch
    {
        "acknowledge" => new OfficerAction.Acknowledge(),
        "ask" => new OfficerAction.Ask(form.Text),
        "note" => new OfficerAction.Note(form.Text),
        "assign" => new OfficerAction.Assign(form.To ?? ""),
        "date" => DateOnly.TryParseExact(form.On, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new OfficerAction.SetNextDate(on, form.Text) : null,
        "consulted" => Enum.TryParse<Consulted>(form.Whom, out var whom) && Enum.IsDefined(whom) ? new OfficerAction.Consult(whom, form.Text) : null,
        "close" => Enum.TryParse<Outcome>(form.Outcome, out var outcome) && Enum.IsDefined(outcome) ? new OfficerAction.Close(outcome, form.Text) : null,
        _ => new OfficerAction.Reopen(form.Text),
    };
}
