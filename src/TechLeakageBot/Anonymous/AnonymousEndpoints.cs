using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Anonymous.Pages;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Desk;
using TechLeakageBot.Desk.Pages;

namespace TechLeakageBot.Anonymous;

/// <summary>Write, check, send; come back with the token, read, answer, add, take back.</summary>
internal static class AnonymousEndpoints
{
    public static void MapPages(this RouteGroupBuilder group)
    {
        group.MapGet("/", () => DeskPage.Of<WritePage>(new { Form = new AnonymousForm() }));
        group.MapPost("/", ([FromForm] string? words, [FromForm] string? site) => DeskPage.Of<WritePage>(new { Form = new AnonymousForm(words, site) }));
        group.MapPost("/check", ([FromForm] string? words, [FromForm] string? site, AnonymousReports reports, DeskFacts facts, DeskView view) =>
            Checked(new AnonymousForm(words, site), facts, view)
            ?? DeskPage.Of<CheckPage>(new { Form = new AnonymousForm(words, site), Draft = reports.Draft(FormText.Of(words), site), Token = ReturnToken.New() }));
        group.MapPost("/send", SendAsync);
        group.MapPost("/report", ReportAsync);
        group.MapPost("/report/{act}", ActAsync);
        group.MapFallback("{**rest}", () => Say(DeskSay.NotFoundText, StatusCodes.Status404NotFound));
    }

    public static IResult Say(DeskSay words, int status) => DeskPage.Of<WordsPage>(new { Words = words }, status);

    private static async Task<IResult> SendAsync(
        [FromForm] string? words, [FromForm] string? site, [FromForm] string? token, AnonymousReports reports, DeskFacts facts, DeskView view, CancellationToken cancel)
    {
        var form = new AnonymousForm(words, site);
        if (Checked(form, facts, view) is { } refused)
            return refused;
        if (ReturnToken.Read(token ?? "") is not { } known)
            return Say(DeskSay.BadRequestText, StatusCodes.Status400BadRequest);
        return DeskPage.Of<SentPage>(new { Number = await reports.SendAsync(form.Words, form.Site, view.Language, known, cancel), Token = known });
    }

    private static async Task<IResult> ReportAsync([FromForm] string? token, AnonymousReports reports, CancellationToken cancel) =>
        await reports.FindAsync(token ?? "", cancel) is { } incident ? Shown(incident, token!, null, null) : Unknown();

    private static async Task<IResult> ActAsync(
        string act, [FromForm] string? token, [FromForm] string? words, [FromForm] string? seen, AnonymousReports reports, DeskFacts facts, DeskView view, CancellationToken cancel)
    {
        if (act is not ("add" or "withdraw"))
            return Say(DeskSay.NotFoundText, StatusCodes.Status404NotFound);
        var version = int.TryParse(seen, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
        var decision = await reports.PassAsync(token ?? "", act == "withdraw" ? ReporterStep.Withdraw : ReporterStep.Answer, FormText.Of(words), version, cancel);
        if (decision is null || await reports.FindAsync(token!, cancel) is not { } incident)
            return Unknown();
        return decision switch
        {
            Decision.Refused refused => Shown(incident, token!, null, facts.Wording.Refused(refused.Why, view.Language), act, words),
            Decision.Accepted { Masked: { Count: > 0 } masked } => Shown(incident, token!, $"{view[DeskSay.AnonymousPassed]} {facts.Wording.Masked(masked, view.Language)}", null),
            _ => Shown(incident, token!, view[DeskSay.AnonymousPassed], null),
        };
    }

    private static IResult? Checked(AnonymousForm form, DeskFacts facts, DeskView view)
    {
        Refusal? refusal = form.Words.Length > Incident.LongestText ? new Refusal.TextTooLong(Incident.LongestText)
            : string.IsNullOrWhiteSpace(form.Words) ? new Refusal.TextMissing()
            : null;
        return refusal is null ? null : DeskPage.Of<WritePage>(new { Form = form, Error = facts.Wording.Refused(refusal, view.Language) }, StatusCodes.Status409Conflict);
    }

    private static IResult Unknown() => DeskPage.Of<WritePage>(new { Form = new AnonymousForm(), UnknownToken = true }, StatusCodes.Status404NotFound);

    /// <param name="act">Which form was refused.</param>
    /// <param name="words">What was typed there.</param>
    private static IResult Shown(Incident incident, string token, string? done, string? error, string? act = null, string? words = null) => DeskPage.Of<ReportPage>(
        new { Incident = incident, Token = token, Done = done, Error = error, Act = act, Words = words },
        error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
}

/// <summary>What was written so far.</summary>
public sealed record AnonymousForm
{
    public AnonymousForm(string? words = null, string? site = null) => (Words, Site) = (FormText.Of(words), site);

    public string Words { get; }

    public string? Site { get; }
}
