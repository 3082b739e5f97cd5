using System.Net;
using System.Net.Http.Headers;
using Azure.Identity;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Carries replies to the Bot Framework connector that their person wrote through.</summary>
internal sealed class Connector(IHttpClientFactory clients, ServiceHosts hosts, IConnectorToken token, TimeProvider time, ILogger<Connector> log) : IRoad
{
    public const string ClientName = "botframework-connector";

    /// <summary>A connector's word on how long to wait counts up to here.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    /// <summary>What Teams takes from a bot in one conversation.</summary>
    public RateLimit? Limit { get; } = new(
        new RateWindow(7, TimeSpan.FromSeconds(1)),
        new RateWindow(8, TimeSpan.FromSeconds(2)),
        new RateWindow(60, TimeSpan.FromSeconds(30)),
        new RateWindow(1_800, TimeSpan.FromHours(1)));

    public bool Carries(OutboxRow row) => row.Effect is Effect.Reply && Address.Decode(row.Address) is not null;

    public bool IsPrivate(OutboxRow row) => Address.Decode(row.Address) is { IsPersonal: true };

    public async Task<SendOutcome> SendAsync(OutboxRow row, CancellationToken cancel)
    {
        if (Address.Decode(row.Address) is not { } address || row.Effect is not Effect.Reply reply)
            return new SendOutcome.Closed("The row is no reply to a Bot Framework conversation.");
        if (!hosts.Allow(address.ServiceUrl))
            return new SendOutcome.Closed("The conversation's serviceUrl is not on an allowed host; see BotFramework:AllowedHosts.");
        try
        {
            return await SendAsync(address, reply.Card, cancel);
        }
        catch (HttpRequestException fault)
        {
            return new SendOutcome.Later($"The connector could not be reached: {fault.HttpRequestError}.");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new SendOutcome.Later("The connector did not answer in time.");
        }
        catch (AuthenticationFailedException fault)
        {
            log.NoConnectorToken(fault);
            return new SendOutcome.Later("There was no token for the connector.");
        }
    }

    /// <summary>
    /// Tried again at once in two cases: shorter, where the activity was too large; and as a message of its own, where the one
    /// it answers is gone.
    /// </summary>
    private async Task<SendOutcome> SendAsync(Address address, Card card, CancellationToken cancel)
    {
        var limit = ActivityWriter.LargestActivity;
        var answer = await PostAsync(address, ActivityWriter.Render(address, card, limit), cancel);
        if (answer.Status == HttpStatusCode.RequestEntityTooLarge)
        {
            limit /= 2;
            answer = await PostAsync(address, ActivityWriter.Render(address, card, limit), cancel);
        }

        if (answer.Status == HttpStatusCode.NotFound && address.ReplyToId is not null)
        {
            address = address with { ReplyToId = null };
            answer = await PostAsync(address, ActivityWriter.Render(address, card, limit), cancel);
        }

        return OutcomeOf(answer);
    }

    private async Task<Answer> PostAsync(Address address, byte[] activity, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, UrlOf(address)) { Content = new ByteArrayContent(activity) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        if (await token.GetAsync(cancel) is { } bearer)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        using var response = await clients.CreateClient(ClientName).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        return new Answer(response.StatusCode, WaitOf(response.Headers.RetryAfter));
    }

    private static Uri UrlOf(Address address)
    {
        var reply = address.ReplyToId is null ? "" : "/" + Uri.EscapeDataString(address.ReplyToId);
        return new Uri($"{address.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(address.Conversation)}/activities{reply}");
    }

    private TimeSpan? WaitOf(RetryConditionHeaderValue? retryAfter)
    {
        var wait = retryAfter?.Delta ?? retryAfter?.Date - time.GetUtcNow();
        return wait is null ? null : TimeSpan.FromTicks(Math.Clamp(wait.Value.Ticks, 0, LongestWait.Ticks));
    }

    private SendOutcome OutcomeOf(Answer answer)
    {
        var error = $"The connector answered {(int)answer.Status} {answer.Status}.";
        switch ((int)answer.Status)
        {
            case >= 200 and < 300:
                return new SendOutcome.Sent();
            case 401:
                token.Drop();
                return new SendOutcome.Later(error, answer.Wait);
            case 408 or 412 or 429 or >= 500:
                return new SendOutcome.Later(error, answer.Wait);
            default:
                return new SendOutcome.Closed(error);
        }
    }

    private sealed record Answer(HttpStatusCode Status, TimeSpan? Wait);
}
