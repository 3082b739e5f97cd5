using System.Security.Cryptography;
using TechLeakageBot.Hosting;
using TechLeakageBot.Knowledge;
using TechLeakageBot.Turns;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary><c>tokens/generate</c> and <c>tokens/refresh</c>.</summary>
internal static class TokenEndpoints
{
    public static async Task<IResult> GenerateAsync(HttpRequest request, Gate gate, ConversationTokens tokens, RunMode mode, CancellationToken cancel)
    {
        if (!gate.MayMint(request))
            return gate.MayNotMint;
        var (body, refusal) = await RequestBody.ReadAsync(request, ClientJson.Default.StartRequest);
        refusal ??= Fault(body, mode);
        return refusal ?? await AnswerAsync(NewTicket(body), tokens, cancel);
    }

    public static async Task<IResult> RefreshAsync(HttpRequest request, Gate gate, ConversationTokens tokens, CancellationToken cancel) =>
        await gate.ReadAsync(request, cancel) is { } ticket
            ? await AnswerAsync(ticket, tokens, cancel)
            : Gate.NoTicket;

    /// <summary>A new conversation for the person that the body names, or for nobody known.</summary>
    public static Ticket NewTicket(StartRequest? body) => new(
        ConversationTokens.NewConversation(),
        body?.User?.Id is { Length: > 0 } named ? named : $"dl_{RandomNumberGenerator.GetHexString(32, lowercase: true)}");

    public static IResult? Fault(StartRequest? body, RunMode mode) => body?.User?.Id switch
    {
        { } id when id.Length > ConversationKey.LongestPart || id.Any(char.IsControl) =>
            Refusal.BadRequest($"user.id is longer than {ConversationKey.LongestPart} characters, or holds control characters."),
        { } id when !mode.IsLocal && id.StartsWith(Personas.Prefix, StringComparison.Ordinal) =>
            Refusal.BadRequest($"user.id begins with '{Personas.Prefix}', which is for local mode only."),
        _ => null,
    };

    private static async Task<IResult> AnswerAsync(Ticket ticket, ConversationTokens tokens, CancellationToken cancel) => Results.Json(
        new TokenAnswer(
            ticket.Conversation,
            await tokens.IssueAsync(ticket, TokenUse.Api, cancel),
            (int)ConversationTokens.LifeOf(TokenUse.Api).TotalSeconds),
        ClientJson.Default.TokenAnswer);
}
