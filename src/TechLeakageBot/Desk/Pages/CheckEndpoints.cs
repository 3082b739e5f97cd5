using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Core.Handbook;
using TechLeakageBot.Core.Privacy;
using TechLeakageBot.Core.SelfCheck;
using TechLeakageBot.SelfCheck;
using TechLeakageBot.Training;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The self-check: its rounds, each item with what the officer settles, the comparison, and what leaves the desk.</summary>
internal static class CheckEndpoints
{
    public const string Path = DeskFeature.Path + "/check";

    public static void MapSelfCheck(this RouteGroupBuilder desk)
    {
        desk.MapGet("/check", async (ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await ShowAsync(null, null, checks, view, facts, cancel));
        desk.MapGet("/check/{round:int}", async (int round, ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await ShowAsync(round, null, checks, view, facts, cancel));
        desk.MapPost("/check/open", async (ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await checks.OpenRoundAsync(cancel) is null ? await ShowAsync(null, view[DeskSay.CheckAlreadyOpen], checks, view, facts, cancel) : Results.LocalRedirect(Path));
        desk.MapPost("/check/{round:int}/close", async (int round, ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await checks.CloseRoundAsync(round, cancel) ? Results.LocalRedirect(PathOf(round)) : await ShowAsync(round, view[DeskSay.CheckAlreadyClosed], checks, view, facts, cancel));
        desk.MapGet("/check/{round:int}/items/{number:int}", async (int round, int number, [FromQuery] string? done, [FromQuery] string? masked, ISelfChecks checks, ITrainees trainees,
            DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await ItemAsync(round, number, null, null, done is null ? null : IncidentEndpoints.DoneText(masked, view, facts), checks, trainees, facts, cancel));
        desk.MapPost("/check/{round:int}/items/{number:int}", SettleAsync);
        desk.MapGet("/check/history", HistoryAsync);
        desk.MapGet("/check/{round:int}/report", async (int round, ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await FindAsync(round, checks, facts, cancel) is { } check
                ? DeskPage.Of<CheckReportPage>(new { Check = check, Notes = await checks.NotesAsync(round, cancel), ByArea = CheckCharts.ByArea(check, view, facts) })
                : DeskPage.Notice(Notice.NotFound));
        desk.MapGet("/check/{round:int}/csv", async (int round, ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel) =>
            await FindAsync(round, checks, facts, cancel) is { } check
                ? Results.File(
                    CheckCsv.Of(check, await checks.NotesAsync(round, cancel), view, facts), "text/csv; charset=utf-8",
                    string.Create(CultureInfo.InvariantCulture, $"self-check-{round}.csv"))
                : DeskPage.Notice(Notice.NotFound));
    }

    public static string PathOf(int round) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{round}");

    public static string PathOf(int round, int number) => string.Create(CultureInfo.InvariantCulture, $"{Path}/{round}/items/{number}");

    /// <param name="round">Null for the newest.</param>
    private static async Task<IResult> ShowAsync(int? round, string? error, ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel)
    {
        var (sheets, status) = (await checks.SheetsAsync(cancel), error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
        var sheet = round is null ? (sheets is [.., var newest] ? newest : null) : sheets.FirstOrDefault(other => other.Round.Number == round);
        if (sheet is null)
            return round is null ? DeskPage.Of<CheckEmptyPage>() : DeskPage.Notice(Notice.NotFound);
        var check = CheckView.Of(sheet, facts.Knowledge, await checks.IncidentsAsync(cancel));
        return DeskPage.Of<CheckRoundPage>(
            new
            {
                Check = check,
                ByArea = CheckCharts.ByArea(check, view, facts),
                OverTime = CheckCharts.OverTime(sheets, check.Checklist, view),
                CanOpen = sheets[^1].Round is { IsOpen: false } last && last == sheet.Round,
                Error = error,
            },
            status);
    }

    private static async Task<CheckView?> FindAsync(int round, ISelfChecks checks, DeskFacts facts, CancellationToken cancel) =>
        (await checks.SheetsAsync(cancel)).FirstOrDefault(sheet => sheet.Round.Number == round) is { } sheet
            ? CheckView.Of(sheet, facts.Knowledge, await checks.IncidentsAsync(cancel))
            : null;

    private static async Task<IResult> ItemAsync(
        int round, int number, CheckForm? typed, string? error, string? done, ISelfChecks checks, ITrainees trainees, DeskFacts facts, CancellationToken cancel)
    {
        var (sheets, checklist) = (await checks.SheetsAsync(cancel), new Checklist(facts.Knowledge.Handbook));
        if (sheets.FirstOrDefault(sheet => sheet.Round.Number == round) is not { } found || checklist.Numbered(number) is not { } measure)
            return DeskPage.Notice(Notice.NotFound);
        var state = found.StateOf(measure);
        return DeskPage.Of<CheckItemPage>(
            new
            {
                found.Round,
                State = state,
                Form = typed ?? CheckForm.Of(state.Settled),
                Notes = (await checks.NotesAsync(round, cancel)).Where(note => note.Item == measure.Id).ToArray(),
                History = (await checks.SettlementsAsync(round, cancel)).Where(settlement => settlement.Item == measure.Id).Reverse().ToArray(),
                Evidence = CheckEvidence.Of(measure, facts.Knowledge.Handbook, await checks.IncidentsAsync(cancel), await TrainingAsync(measure, trainees, cancel)),
                Before = checklist.Before(measure)?.Number,
                After = checklist.Items.FirstOrDefault(item => item.Number > number)?.Number,
                Error = error,
                Done = done,
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static async Task<IReadOnlyDictionary<string, TrainingTally>> TrainingAsync(Measure measure, ITrainees trainees, CancellationToken cancel)
    {
        var memories = (await trainees.AllAsync(cancel)).Select(person => person.Trainee.Memory.GetValueOrDefault(measure.Id)).Where(memory => memory is { Asked: > 0 }).ToArray();
        return new Dictionary<string, TrainingTally> { [measure.Id] = new(memories.Length, memories.Sum(memory => memory!.Right), memories.Sum(memory => memory!.Asked)) };
    }

    private static async Task<IResult> SettleAsync(
        int round, int number, [FromForm] string? answer, [FromForm] string? note, [FromForm] string? link, [FromForm] string? responsible, [FromForm] string? seen,
        ISelfChecks checks, ITrainees trainees, DeskView view, DeskFacts facts, TimeProvider time, CancellationToken cancel)
    {
        var form = new CheckForm(answer ?? "", FormText.Of(note).Trim(), (link ?? "").Trim(), FormText.Of(responsible).Trim(), long.TryParse(seen, CultureInfo.InvariantCulture, out var id) ? id : -1);
        if (new Checklist(facts.Knowledge.Handbook).Numbered(number) is not { } measure)
            return DeskPage.Notice(Notice.NotFound);
        if (WrongWith(form, view, facts) is { } wrong)
            return await ItemAsync(round, number, form, wrong, null, checks, trainees, facts, cancel);
        var (masked, kinds) = Masking.Apply(form.Note, facts.Company.CodeWords);
        var settlement = new Settlement(form.Seen, measure.Id, form.Named, masked, form.Link, form.Responsible, view.Person!.Id, time.GetUtcNow());
        return await checks.SettleAsync(round, settlement, cancel) switch
        {
            SettleOutcome.Settled => Results.LocalRedirect($"{PathOf(round, number)}?done=1" + (kinds.Count > 0 ? $"&masked={string.Join(',', kinds)}" : "")),
            SettleOutcome.NotOpen => await ItemAsync(round, number, form, view[DeskSay.CheckAlreadyClosed], null, checks, trainees, facts, cancel),
            _ => await ItemAsync(round, number, form, view[DeskSay.CheckOvertaken], null, checks, trainees, facts, cancel),
        };
    }

    /// <summary>Null where nothing is.</summary>
    private static string? WrongWith(CheckForm form, DeskView view, DeskFacts facts) =>
        !form.HasAnswer || form.Seen < 0 ? view[DeskSay.FormIncomplete]
        : form.Note.Length > Settlement.LongestNote || form.Responsible.Length > Settlement.LongestName
            ? view[DeskSay.CheckTooLong, Settlement.LongestNote.ToString(CultureInfo.InvariantCulture), Settlement.LongestName.ToString(CultureInfo.InvariantCulture)]
        : form.Link.Length > 0 && EvidenceLink.Of(form.Link, facts.Company.CodeWords) is null ? view[DeskSay.CheckLinkWrong]
        : null;

    /// <summary>The rounds, and two of them side by side: those that the address names, else the last two.</summary>
    private static async Task<IResult> HistoryAsync([FromQuery] string? from, [FromQuery] string? to, ISelfChecks checks, DeskView view, DeskFacts facts, CancellationToken cancel)
    {
        var (sheets, checklist) = (await checks.SheetsAsync(cancel), new Checklist(facts.Knowledge.Handbook));
        if (sheets.Count == 0)
            return DeskPage.Of<CheckEmptyPage>();
        var after = Named(to) ?? sheets[^1];
        var before = Named(from) ?? sheets.LastOrDefault(sheet => sheet.Round.Number < after.Round.Number) ?? after;
        return DeskPage.Of<CheckHistoryPage>(new
        {
            Sheets = sheets,
            Checklist = checklist,
            Before = before,
            After = after,
            OverTime = CheckCharts.OverTime(sheets, checklist, view),
        });
        CheckSheet? Named(string? number) => int.TryParse(number, CultureInfo.InvariantCulture, out var round) ? sheets.FirstOrDefault(sheet => sheet.Round.Number == round) : null;
    }
}
