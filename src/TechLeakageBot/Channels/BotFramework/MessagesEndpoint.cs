using System.Globalization;
using System.Text.Json;
using TechLeakageBot.Channels.Rendering;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// <c>POST /api/messages</c>. Nothing of the body is acted upon before its token has been found to cover it, and nothing is
/// acknowledged before it has been committed: what is not acknowledged, Azure Bot Service delivers again.
/// </summary>
internal sealed class MessagesEndpoint(
    BotFrameworkSettings settings,
    TokenVerifier tokens,
    ServiceHosts hosts,
    TurnRunner turns,
    IOutbox outbox,
    TimeProvider time,
    ILogger<MessagesEndpoint> log)
{
    private const int LargestBody = 256 * 1024;

    /// <summary>How long replies wait for being read with the response, before the delivery sends them.</summary>
    private static readonly TimeSpan HoldForResponse = TimeSpan.FromSeconds(60);

    public async Task AnswerAsync(HttpContext context)
    {
        var cancel = context.RequestAborted;
        var verdict = await tokens.VerifyAsync(context.Request.Headers.Authorization, cancel);
        if (RefusalOf(verdict) is { } untrusted)
        {
            await RefuseAsync(context, untrusted);
            return;
        }

        var body = await ReadAsync(context, cancel);
        if (body is null)
            return;
        var activity = ActivityReader.Parse(body.Value.Span);
        if (RefusalOf(activity, verdict) is { } refusal)
            await RefuseAsync(context, refusal);
        else
            await TakeAsync(context, activity!, body.Value, cancel);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        try
        {
            var body = await BoundedBody.ReadAsync(context.Request, LargestBody, cancel);
            if (body is null)
                await RefuseAsync(context, new(StatusCodes.Status413PayloadTooLarge, $"The activity is larger than {LargestBody / 1024} KB."));
            return body;
        }
        catch (BadHttpRequestException fault)
        {
            await RefuseAsync(context, new(fault.StatusCode, fault.Message));
            return null;
        }
    }

    private Refusal? RefusalOf(TokenVerdict verdict)
    {
        switch (verdict)
        {
            case TokenVerdict.Defective defective:
                log.TokenRefused(defective.Reason);
                return Refusal.Unauthorized;
            case TokenVerdict.Unverifiable:
                log.TokenUnverifiable();
                return new(StatusCodes.Status503ServiceUnavailable, "The keys to verify the token cannot be had at the moment. Try again soon.");
            default:
                return null;
        }
    }

    private Refusal? RefusalOf(Activity? activity, TokenVerdict verdict)
    {
        if (string.IsNullOrEmpty(activity?.Type))
            return new(StatusCodes.Status400BadRequest, "The body is no activity: it must be a JSON object with a type.");
        if (verdict is TokenVerdict.Sound sound)
        {
            if (sound.DefectFor(activity) is { } defect)
            {
                log.TokenRefused(defect);
                return Refusal.Unauthorized;
            }

            if (!Serves(activity))
            {
                log.TenantRefused();
                return new(StatusCodes.Status403Forbidden, "This bot does not serve the activity's tenant.");
            }
        }

        if (activity.ServiceUrl is null || hosts.Allow(activity.ServiceUrl))
            return null;
        log.ServiceUrlRefused();
        return new(StatusCodes.Status403Forbidden, "The activity's serviceUrl is not on a host that this bot may answer to.");
    }

    /// <summary>Teams always tells the tenant. Other channels know none: who may use them is settled where they are set up.</summary>
    private bool Serves(Activity activity) => activity.Tenant is { } tenant
        ? settings.AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase)
        : activity.ChannelId != "msteams";

    private async Task TakeAsync(HttpContext context, Activity activity, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (ActivityReader.SaidBy(activity) is not { } said)
        {
            await PassOverAsync(context, activity);
            return;
        }

        if (ActivityReader.IncomingOf(activity, said, body.Span, time.GetUtcNow()) is not { } incoming)
        {
            await RefuseAsync(context, new(
                StatusCodes.Status400BadRequest,
                $"The activity needs channelId, serviceUrl, conversation.id and from.id, each of 1 to {ConversationKey.LongestPart} characters, and an id no longer than that."));
            return;
        }

        if (activity.DeliveryMode == "expectReplies" && activity.Type != "invoke")
        {
            await AnswerWithRepliesAsync(context, incoming, cancel);
            return;
        }

        await turns.RunAsync(incoming, cancel);
        if (activity.Type == "invoke")
            await WriteAsync(context, StatusCodes.Status200OK, writer => Invokes.WriteReceived(writer, ActivityReader.LanguageOf(activity)));
        else
            context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private static async Task PassOverAsync(HttpContext context, Activity activity)
    {
        if (activity.Type == "invoke")
            await WriteAsync(context, StatusCodes.Status501NotImplemented, Invokes.WriteNotImplemented);
        else if (activity.DeliveryMode == "expectReplies")
            await WriteAsync(context, StatusCodes.Status200OK, writer => ActivityWriter.WriteReplies(writer, []));
        else
            context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    /// <summary>A reply counts as delivered once the whole response has been handed over; until then it stays in the outbox.</summary>
    private async Task AnswerWithRepliesAsync(HttpContext context, Incoming incoming, CancellationToken cancel)
    {
        var rows = await turns.RunAsync(incoming, cancel, HoldForResponse);
        var replies = rows.Where(row => row.Effect is Effect.Reply).ToArray();
        await WriteAsync(context, StatusCodes.Status200OK, writer => ActivityWriter.WriteReplies(writer, replies));
        await context.Response.CompleteAsync();
        foreach (var reply in replies)
            await outbox.DeliveredAsync(reply.Id, CancellationToken.None);
    }

    private static async Task WriteAsync(HttpContext context, int status, Action<Utf8JsonWriter> write)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        using (var writer = new Utf8JsonWriter(context.Response.BodyWriter, AdaptiveCardRenderer.WriterOptions))
            write(writer);
        await context.Response.BodyWriter.FlushAsync(context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
            context.Response.Headers.WWWAuthenticate = "Bearer";
        if (refusal.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = ((int)SigningKeys.RetryPause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsJsonAsync(new Problem(refusal.Error), HostJson.Default.Problem);
    }

    private sealed record Refusal(int Status, string Error)
    {
        /// <summary>Which rule was broken stands in the log only.</summary>
        public static Refusal Unauthorized { get; } = new(StatusCodes.Status401Unauthorized, "The request needs a valid token of Azure Bot Service for this bot.");
    }
}
