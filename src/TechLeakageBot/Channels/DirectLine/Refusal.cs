using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Answers to what a client did wrong. Never a 5xx: the real clients stop polling without a word at one.</summary>
internal static class Refusal
{
    public static IResult BadRequest(string error) => Of(StatusCodes.Status400BadRequest, error);

    /// <summary>The real clients take it for an expired token.</summary>
    public static IResult Forbidden(string error) => Of(StatusCodes.Status403Forbidden, error);

    /// <summary>The real clients take it for the end of the conversation.</summary>
    public static IResult NotFound(string error) => Of(StatusCodes.Status404NotFound, error);

    public static IResult Of(int status, string error) => Results.Json(new Problem(error), HostJson.Default.Problem, statusCode: status);
}
