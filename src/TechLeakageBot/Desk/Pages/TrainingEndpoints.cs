using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Training;

namespace TechLeakageBot.Desk.Pages;

/// <summary>How training stands, who is to do what, and assigning it.</summary>
internal static class TrainingEndpoints
{
    public const string Path = DeskFeature.Path + "/training";

    public static void MapTraining(this RouteGroupBuilder desk)
    {
        desk.MapGet("/training", OverviewAsync);
        desk.MapGet("/training/people", PeopleAsync);
        desk.MapGet("/training/people.csv", ExportAsync);
        desk.MapGet("/training/assign", async ([FromQuery] string? course, [FromQuery] string? channel, [FromQuery] string? person, [FromQuery] string? covered,
            [FromQuery] string? enrolled, TrainingPeople people, DeskView view, CancellationToken cancel) =>
            await ShowFormAsync(
                new AssignForm(course ?? "", "", "", "", channel ?? "", person ?? ""), null, DoneText(covered, enrolled, view), people, cancel));
        desk.MapPost("/training/assign", AssignAsync);
        desk.MapRoster();
        desk.MapCertificates();
    }

    private static async Task<IResult> OverviewAsync(TrainingPeople people, CancellationToken cancel) =>
        DeskPage.Of<TrainingPage>(new { Figures = await people.FiguresAsync(cancel) });

    private static async Task<IResult> PeopleAsync(HttpContext context, TrainingPeople people, CancellationToken cancel)
    {
        var query = TrainingQuery.Of(context.Request.Query);
        var rows = await people.RowsAsync(cancel);
        return DeskPage.Of<TrainingPeoplePage>(new
        {
            Query = query,
            Found = query.Apply(rows),
            HasAny = rows.Count > 0,
            people.Sites,
            Departments = TrainingPeople.DepartmentsOf(rows.Select(row => row.Department)),
        });
    }

    private static async Task<IResult> ExportAsync(HttpContext context, TrainingPeople people, DeskView view, DeskFacts facts, CancellationToken cancel)
    {
        var rows = TrainingQuery.Of(context.Request.Query).Apply(await people.RowsAsync(cancel));
        var lines = rows.Select(row => (IReadOnlyList<string>)[.. RosterColumns.All.Select(column => Cell(row, column, view, facts))]);
        return Results.File(CsvFile.Write([[.. RosterColumns.All.Select(column => view[RosterColumns.Name(column)])], .. lines]), "text/csv; charset=utf-8", $"training-{people.Today:yyyy-MM-dd}.csv");
    }

    private static string Cell(PersonRow row, RosterColumn column, DeskView view, DeskFacts facts) => column switch
    {
        RosterColumn.Person => row.Person,
        RosterColumn.Channel => row.Channel,
        RosterColumn.Name => row.Name,
        RosterColumn.Department => row.Department,
        RosterColumn.Site => row.SiteId is null ? "" : TrainingWords.Site(row.SiteId, facts, view),
        RosterColumn.Course => row.Course is null ? "" : TrainingWords.Course(row.Course, facts, view),
        RosterColumn.Due => row.Due is null ? "" : TrainingWords.Day(row.Due),
        RosterColumn.Status => view[TrainingWords.Of(row.Status)],
        RosterColumn.Score => row.Score?.ToString(CultureInfo.InvariantCulture) ?? "",
        RosterColumn.Completed => row.Completed is null ? "" : TrainingWords.Day(row.Completed),
        _ => row.Certificate ?? "",
    };

    private static async Task<IResult> AssignAsync([FromForm] string? course, [FromForm] string? site, [FromForm] string? department, [FromForm] string? due,
        [FromForm] string? channel, [FromForm] string? person, TrainingDesk training, TrainingPeople people, DeskView view, DeskFacts facts, CancellationToken cancel)
    {
        if (facts.Me is not { } me)
            return DeskPage.Notice(Notice.NotFound);
        var form = new AssignForm(course ?? "", site ?? "", FormText.Of(department), due ?? "", channel ?? "", person ?? "");
        var assigned = !DateOnly.TryParseExact(form.Due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new Assigned(0, 0, AssignRefusal.DueMissing)
            : form.Person.Length > 0 ? await training.AssignToAsync(new PersonKey(form.Channel, form.Person), form.Course, day, me, cancel)
            : await training.AssignAsync(form.Course, Given(form.Site), Given(form.Department), day, me, cancel);
        return assigned.Why is { } why
            ? await ShowFormAsync(form, view[TrainingWords.Of(why)], null, people, cancel)
            : Results.LocalRedirect(Path + "/assign" + QueryString.Create(new Dictionary<string, string?>
            {
                ["channel"] = form.Person.Length > 0 ? form.Channel : "",
                ["person"] = form.Person,
                ["covered"] = Text(assigned.Covered),
                ["enrolled"] = Text(assigned.Enrolled),
            }));
    }

    private static async Task<IResult> ShowFormAsync(AssignForm form, string? error, string? done, TrainingPeople people, CancellationToken cancel)
    {
        var mine = await people.MineAsync(cancel);
        var person = form.Person.Length == 0 ? null : mine.FirstOrDefault(one => one.Key == new PersonKey(form.Channel, form.Person));
        if (form.Person.Length > 0 && person is null && error is null)
            return DeskPage.Notice(Notice.NotFound);
        return DeskPage.Of<TrainingAssignPage>(
            new
            {
                Form = person is null ? form with { Person = "", Channel = "" } : form,
                person?.Name,
                people.HasEverySite,
                people.Sites,
                Departments = TrainingPeople.DepartmentsOf(mine.Select(one => one.Department)),
                Standing = await people.AssignmentsAsync(cancel),
                First = people.Today,
                Last = DueDay.Last(people.Today),
                Error = error,
                Done = done,
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }

    private static string? DoneText(string? covered, string? enrolled, DeskView view) =>
        int.TryParse(covered, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && int.TryParse(enrolled, NumberStyles.None, CultureInfo.InvariantCulture, out var changed)
            ? view[people == 0 ? DeskSay.AssignedNobody : DeskSay.AssignedPeople, Text(people), Text(changed)]
            : null;

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
