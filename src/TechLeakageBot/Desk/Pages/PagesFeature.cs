using Microsoft.AspNetCore.Mvc;
using TechLeakageBot.Delivery;
using TechLeakageBot.Incidents;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Desk.Pages;

/// <summary>The pages behind the sign-in.</summary>
internal static class PagesFeature
{
    private const int MostQuestions = 200;
    private const int EntriesOfPage = 100;

    public static void MapPages(this RouteGroupBuilder desk)
    {
        desk.MapIncidents();
        desk.MapPack();
        desk.MapSelfCheck();
        desk.MapGet("/questions", async (IQuestions questions, CancellationToken cancel) =>
            DeskPage.Of<QuestionsPage>(new { Questions = await questions.QuestionsAsync(MostQuestions, cancel) }));
        desk.MapGet("/delivery", async (IOutbox outbox, CancellationToken cancel) => DeskPage.Of<DeliveryPage>(new { State = await outbox.StateAsync(cancel) }));
        desk.MapPost("/delivery/{id:long}", RetryAsync);
        desk.MapGet("/audit", AuditAsync);
        desk.MapTraining();
        desk.MapFallback("{**rest}", () => DeskPage.Notice(Notice.NotFound));
    }

    private static async Task<IResult> RetryAsync(long id, IOutbox outbox, OutboxBell bell, DeskView view, CancellationToken cancel)
    {
        if (!await outbox.RetryAsync(id, cancel))
            return DeskPage.Of<DeliveryPage>(new { State = await outbox.StateAsync(cancel), Error = view[DeskSay.RetryGone] }, StatusCodes.Status409Conflict);
        bell.Ring();
        return Results.LocalRedirect($"{DeskFeature.Path}/delivery");
    }

    private static async Task<IResult> AuditAsync([FromQuery] string? upto, IIncidents incidents, CancellationToken cancel)
    {
        var digest = await incidents.DigestAsync(cancel);
        var newest = digest?.Sequence ?? 0;
        var last = long.TryParse(upto, out var asked) ? Math.Clamp(asked, Math.Min(1, newest), newest) : newest;
        var before = Math.Max(0, last - EntriesOfPage);
        var entries = await incidents.EntriesAsync(before, (int)(last - before), cancel);
        return DeskPage.Of<AuditPage>(new
        {
            Digest = digest,
            Entries = entries.Reverse().ToArray(),
            Newer = last < newest ? Math.Min(newest, last + EntriesOfPage) : (long?)null,
            Older = before > 0 ? before : (long?)null,
        });
    }
}
