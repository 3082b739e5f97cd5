using TechLeakageBot.Core;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Starts a conversation, and takes one up again.</summary>
internal static class ConversationEndpoints
{
    /// <summary>With a token its conversation is started; who may make tokens may start one without.</summary>
    public static async Task<IResult> StartAsync(
        HttpRequest request, Gate gate, ConversationTokens tokens, Conversations conversations, DirectLineSettings settings, RunMode mode, CancellationToken cancel)
    {
        var ticket = await gate.ReadAsync(request, cancel);
        if (ticket is null && !gate.MayMint(request))
            return Gate.NoTicket;
        var (body, refusal) = await RequestBody.ReadAsync(request, ClientJson.Default.StartRequest);
        refusal ??= TokenEndpoints.Fault(body, mode);
        if (refusal is not null)
            return refusal;
        ticket ??= TokenEndpoints.NewTicket(body);
        await conversations.StartAsync(ticket, LanguageOf(body?.Locale, request));
        return await AnswerAsync(StatusCodes.Status201Created, request, ticket, 0, tokens, settings, cancel);
    }

    /// <param name="watermark">What the client has read; the stream goes on behind it.</param>
    public static Task<IResult> ReconnectAsync(
        string id, string? watermark, HttpRequest request, Gate gate, ConversationTokens tokens, DirectLineSettings settings, CancellationToken cancel) =>
        gate.EnterAsync(request, id, async ticket => Watermark.Parse(watermark) is { } after
            ? await AnswerAsync(StatusCodes.Status200OK, request, ticket, after, tokens, settings, cancel)
            : Watermark.Refused);

    private static async Task<IResult> AnswerAsync(
        int status, HttpRequest request, Ticket ticket, long watermark, ConversationTokens tokens, DirectLineSettings settings, CancellationToken cancel)
    {
        if ((settings.PublicUrl ?? UrlOf(request)) is not { } at)
            return Refusal.BadRequest("The request's Host is none that a client could come back to.");
        var stream = await tokens.IssueAsync(ticket, TokenUse.Stream, cancel);
        var socket = new UriBuilder(at)
        {
            Scheme = at.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs,
            Path = $"{at.AbsolutePath.TrimEnd('/')}{request.PathBase}/directline/conversations/{ticket.Conversation}/stream",
            Query = $"watermark={watermark}&t={stream}",
        };
        var answer = new TokenAnswer(
            ticket.Conversation,
            await tokens.IssueAsync(ticket, TokenUse.Api, cancel),
            (int)ConversationTokens.LifeOf(TokenUse.Api).TotalSeconds,
            socket.Uri.AbsoluteUri);
        return Results.Json(answer, ClientJson.Default.TokenAnswer, statusCode: status);
    }

    /// <summary>Null where the request names no host, or one with a port that there is not.</summary>
    private static Uri? UrlOf(HttpRequest request) => Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var url) ? url : null;

    /// <summary>The page's language, else the first of the browser's that the bot speaks; English for the rest of the world.</summary>
    private static Language LanguageOf(string? locale, HttpRequest request)
    {
        var wanted = string.IsNullOrWhiteSpace(locale)
            ? request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1).Select(language => language.Value.ToString())
            : [locale];
        var known = wanted.FirstOrDefault(tag => Is(tag, "ja") || Is(tag, "en"));
        return known is null ? (wanted.Any() ? Language.English : Language.Japanese) : Is(known, "ja") ? Language.Japanese : Language.English;
    }

    private static bool Is(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
