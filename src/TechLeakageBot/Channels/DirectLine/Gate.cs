using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Decides what the credential of a request opens.</summary>
internal sealed class Gate(ConversationTokens tokens, ITranscripts transcripts, RunMode mode, DirectLineSettings settings)
{
    private const string Scheme = "Bearer ";

    public static IResult NoTicket => Refusal.Forbidden("The token is missing, invalid or expired; start a new conversation.");

    /// <summary>Whether the caller may make tokens: in local mode anybody who offers no credential, otherwise who knows the secret.</summary>
    public bool MayMint(HttpRequest request) =>
        Bearer(request) is { } offered ? settings.IsSecret(offered) : mode.IsLocal;

    public IResult MayNotMint => Refusal.Forbidden(settings.HasSecret || mode.IsLocal
        ? "Send DirectLine:Secret as the Bearer token; a page of your own asks its server for a token."
        : "The bot makes no tokens: DirectLine:Secret is not configured.");

    /// <summary>The ticket of a request's token; null where there is none that holds.</summary>
    public async Task<Ticket?> ReadAsync(HttpRequest request, CancellationToken cancel) =>
        Bearer(request) is { } token ? await tokens.ReadAsync(token, TokenUse.Api, cancel) : null;

    /// <summary>Goes on with the ticket where the request's token opens this conversation.</summary>
    public async Task<IResult> EnterAsync(HttpRequest request, string conversation, Func<Ticket, Task<IResult>> goOn)
    {
        var cancel = request.HttpContext.RequestAborted;
        if (await ReadAsync(request, cancel) is not { } ticket)
            return NoTicket;
        if (ticket.Conversation == conversation)
            return await goOn(ticket);
        return conversation.Length <= ConversationKey.LongestPart && await transcripts.AfterAsync(conversation, 0, 1, cancel) is { Count: > 0 }
            ? Refusal.Forbidden("The token belongs to another conversation.")
            : Refusal.NotFound("There is no such conversation.");
    }

    private static string? Bearer(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.Length == 0 ? null : header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : header;
    }
}
