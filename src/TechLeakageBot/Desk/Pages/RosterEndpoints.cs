using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Hosting;
using TechLeakageBot.Training;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The company's list from a file: checked first, and taken over when the officer says so.</summary>
internal static class RosterEndpoints
{
    /// <summary>More than a list may have, so that a file that is too large can be told so in words.</summary>
    private const int LargestBody = 32 * 1024 * 1024;

    private const string Import = TrainingEndpoints.Path + "/import";

    public static void MapRoster(this RouteGroupBuilder desk)
    {
        desk.MapGet("/training/import", (HttpContext context) => DeskPage.Of<TrainingImportPage>(new { Done = DoneOf(context.Request.Query) }));
        desk.MapGet("/training/import/template.csv", (DeskView view) => Results.File(
            CsvFile.Write([[.. RosterColumns.Read.Select(column => view[RosterColumns.Name(column)])]]), "text/csv; charset=utf-8", "training-list.csv"));
        desk.MapPost("/training/import", CheckAsync).WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        desk.MapPost("/training/import/confirm", ConfirmAsync);
    }

    private static async Task<IResult> CheckAsync(
        HttpRequest request, TrainingDesk training, CheckedRosters waiting, RunMode mode, DeskView view, DeskFacts facts, CancellationToken cancel)
    {
        if (facts.Me is not { } me)
            return DeskPage.Notice(Notice.NotFound);
        // Read by the check of the token already.
        var form = await request.ReadFormAsync(cancel);
        if (form.Files["file"] is not { Length: > 0 } file)
            return Refused([], view[DeskSay.ImportNoFile]);
        var (roster, faults) = file.Length > RosterCsv.LargestFile
            ? (null, [new RosterFault(0, null, RosterFaultKind.TooLarge)])
            : RosterCsv.Read(await BytesAsync(file, cancel), facts.Knowledge, mode.IsLocal);
        if (roster is null)
            return Refused(faults, null);
        var isWhole = form["whole"] == "yes";
        var plan = await training.CheckAsync(roster, isWhole, me, cancel);
        return plan.Faults.Count > 0 ? Refused(plan.Faults, null)
            : DeskPage.Of<TrainingImportPage>(new { Checked = plan.Counts, List = waiting.Keep(me.Id, roster, isWhole) });
    }

    private static async Task<IResult> ConfirmAsync(
        [FromForm] string? list, TrainingDesk training, CheckedRosters waiting, DeskView view, DeskFacts facts, CancellationToken cancel)
    {
        if (facts.Me is not { } me)
            return DeskPage.Notice(Notice.NotFound);
        if (waiting.Find(me.Id, list) is not { } found)
            return Refused([], view[DeskSay.ImportExpired]);
        var plan = await training.ImportAsync(found.Roster, found.IsWhole, me, cancel);
        return plan.Faults.Count > 0 ? Refused(plan.Faults, null) : Results.LocalRedirect(string.Create(
            CultureInfo.InvariantCulture,
            $"{Import}?new={plan.Counts.New}&changed={plan.Counts.Changed}&unchanged={plan.Counts.Unchanged}&enrolled={plan.Counts.Enrolled}&removed={plan.Counts.Removed}"));
    }

    private static async Task<byte[]> BytesAsync(IFormFile file, CancellationToken cancel)
    {
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    private static IResult Refused(IReadOnlyList<RosterFault> faults, string? error) =>
        DeskPage.Of<TrainingImportPage>(new { Faults = faults, Error = error }, StatusCodes.Status409Conflict);

    private static ImportCounts? DoneOf(IQueryCollection query)
    {
        int? Number(string name) => int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        return Number("new") is { } added && Number("changed") is { } changed && Number("unchanged") is { } unchanged && Number("enrolled") is { } enrolled && Number("removed") is { } removed
            ? new ImportCounts(added, changed, unchanged, enrolled, removed)
            : null;
    }
}
