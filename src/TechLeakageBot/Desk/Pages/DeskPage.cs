using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace TechLeakageBot.Desk.Pages;

/// <summary>Answers with a component as a whole page. An endpoint reads what is needed and decides the status; the component only shows it.</summary>
internal static class DeskPage
{
    /// <param name="parameters">The component's parameters, by their names.</param>
    public static IResult Of<TPage>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters ?? new { }) { StatusCode = status };

    public static IResult Notice(Notice notice, int? status = null) => Of<NoticePage>(new { Kind = notice }, status ?? StatusOf(notice));

    private static int StatusOf(Notice notice) => notice switch
    {
        Pages.Notice.Forbidden => StatusCodes.Status403Forbidden,
        Pages.Notice.NotFound => StatusCodes.Status404NotFound,
        Pages.Notice.BadRequest => StatusCodes.Status400BadRequest,
        Pages.Notice.TooLarge => StatusCodes.Status413PayloadTooLarge,
        Pages.Notice.Fault => StatusCodes.Status500InternalServerError,
        Pages.Notice.LinkNeeded or Pages.Notice.LinkSpent or Pages.Notice.SignedOutMeanwhile => StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status200OK,
    };
}
