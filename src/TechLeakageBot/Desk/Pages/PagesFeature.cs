namespace TechLeakageBot.Desk.Pages;

/// <summary>The pages behind the sign-in, one line each.</summary>
internal static class PagesFeature
{
    public static void MapPages(this RouteGroupBuilder desk)
    {
        desk.MapIncidents();
        desk.MapGet("/questions", () => DeskPage.Of<EmptyPage>(new { Title = DeskSay.Questions, Text = DeskSay.NothingHere }));
        desk.MapGet("/delivery", () => DeskPage.Of<EmptyPage>(new { Title = DeskSay.Delivery, Text = DeskSay.NothingHere }));
        desk.MapGet("/audit", () => DeskPage.Of<EmptyPage>(new { Title = DeskSay.Audit, Text = DeskSay.NothingHere }));
        desk.MapFallback("{**rest}", () => DeskPage.Notice(Notice.NotFound));
    }
}
