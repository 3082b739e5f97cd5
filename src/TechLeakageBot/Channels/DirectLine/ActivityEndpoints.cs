using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Reads and posts activities.</summary>
internal static class ActivityEndpoints
{
    public static Task<IResult> GetAsync(string id, string? watermark, HttpRequest request, Gate gate, ActivityPages pages, CancellationToken cancel) =>
        gate.EnterAsync(request, id, async _ => Watermark.Parse(watermark) is { } after
            ? Results.Bytes((await pages.AfterAsync(id, after, cancel)).Json, "application/json; charset=utf-8")
            : Watermark.Refused);

    public static Task<IResult> PostAsync(string id, HttpRequest request, Gate gate, Conversations conversations) =>
        gate.EnterAsync(request, id, async ticket =>
        {
            var (activity, refusal) = await RequestBody.ReadAsync(request, ClientJson.Default.PostedActivity);
            return refusal ?? await AnswerAsync(ticket, activity, conversations);
        });

    /// <summary>Takes the activity, and answers once all of it is committed.</summary>
    public static async Task<IResult> AnswerAsync(Ticket ticket, PostedActivity? activity, Conversations conversations)
    {
        if (string.IsNullOrEmpty(activity?.Type))
            return Refusal.BadRequest("The body is not an activity: it has no type.");
        if (activity.ClientId?.Length > ConversationKey.LongestPart)
            return Refusal.BadRequest($"channelData.clientActivityID is longer than {ConversationKey.LongestPart} characters.");
        return Results.Json(new PostedAnswer(await conversations.PostAsync(ticket, activity)), ClientJson.Default.PostedAnswer);
    }
}
