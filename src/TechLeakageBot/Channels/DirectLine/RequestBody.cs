using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Reads bodies of clients, whatever they hold.</summary>
internal static class RequestBody
{
    /// <summary>
    /// The body as JSON: a value, null for an empty body, or the refusal. Kestrel stops reading at the size allowed.
    /// </summary>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            return body.Length == 0 ? default : Parse(body.GetBuffer().AsSpan(0, (int)body.Length), type);
        }
        catch (BadHttpRequestException fault)
        {
            return (null, Refused(fault));
        }
    }

    public static (T? Value, IResult? Refusal) Parse<T>(ReadOnlySpan<byte> json, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return HoldsOnlyText(json)
                ? (JsonSerializer.Deserialize(json, type), null)
                : (null, Refusal.BadRequest("The body holds half of a character: a surrogate on its own, or bytes that are not UTF-8."));
        }
        catch (JsonException fault)
        {
            // The message would quote the body.
            return (null, Refusal.BadRequest($"The body is not the JSON expected here; see line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."));
        }
    }

    /// <summary>JSON may spell strings that no text is made of; they could be neither stored nor sent on.</summary>
    private static bool HoldsOnlyText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                    reader.GetString();
            }
        }
        catch (InvalidOperationException)
        {
            return false;
        }

        return true;
    }

    public static IResult Refused(BadHttpRequestException fault) => Refusal.Of(
        fault.StatusCode,
        fault.StatusCode == StatusCodes.Status413PayloadTooLarge ? "The message is too large; shorten it." : "The request broke off or is malformed.");
}
