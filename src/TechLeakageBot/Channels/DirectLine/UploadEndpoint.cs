using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Files of a person. Their names are kept, their content is read past: it is never opened and never stored.</summary>
internal static class UploadEndpoint
{
    /// <summary>Large enough for a photograph, so that its sender hears why the bot does not look at it.</summary>
    private const long LargestUpload = 10 * 1024 * 1024;

    private const int LargestActivity = 256 * 1024;

    private const int MostParts = 20;

    private const int LongestBoundary = 128;

    /// <summary>The activity stands in a part of that name; who uploads without one says nothing besides the files.</summary>
    private const string ActivityPart = "activity";

    public static Task<IResult> PostAsync(string id, HttpRequest request, Gate gate, Conversations conversations, CancellationToken cancel) =>
        gate.EnterAsync(request, id, async ticket =>
        {
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
                size.MaxRequestBodySize = LargestUpload;
            if (BoundaryOf(request) is not { } boundary)
                return Refusal.BadRequest("An upload is multipart/form-data with a boundary.");
            var (activity, refusal) = await ReadAsync(new MultipartReader(boundary, request.Body), cancel);
            return refusal ?? await ActivityEndpoints.AnswerAsync(ticket, activity, conversations);
        });

    private static string? BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
        && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= LongestBoundary } boundary
            ? boundary.ToString()
            : null;

    private static async Task<(PostedActivity?, IResult?)> ReadAsync(MultipartReader reader, CancellationToken cancel)
    {
        PostedActivity? activity = null;
        var names = new List<PostedAttachment?>();
        try
        {
            for (var parts = 0; await reader.ReadNextSectionAsync(cancel) is { } section; parts++)
            {
                if (parts == MostParts)
                    return (null, Refusal.BadRequest($"An upload has at most {MostParts} parts."));
                var disposition = section.GetContentDispositionHeader();
                if (disposition is null || !HeaderUtilities.RemoveQuotes(disposition.Name).Equals(ActivityPart, StringComparison.Ordinal))
                {
                    names.Add(new PostedAttachment(disposition is null ? null : NameOf(disposition)));
                    continue;
                }

                var json = new byte[LargestActivity + 1];
                var length = await section.Body.ReadAtLeastAsync(json, json.Length, throwOnEndOfStream: false, cancel);
                if (length > LargestActivity)
                    return (null, Refusal.Of(StatusCodes.Status413PayloadTooLarge, "The message is too large; shorten it."));
                (activity, var refusal) = RequestBody.Parse(json.AsSpan(0, length), ClientJson.Default.PostedActivity);
                if (refusal is not null)
                    return (null, refusal);
            }
        }
        catch (BadHttpRequestException fault)
        {
            return (null, RequestBody.Refused(fault));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException)
        {
            return (null, Refusal.BadRequest("The upload broke off or is malformed."));
        }

        return ((activity ?? new PostedActivity("message", null, null, null, null, null, null)) with { Attachments = names }, null);
    }

    private static string NameOf(ContentDispositionHeaderValue disposition) =>
        HeaderUtilities.RemoveQuotes(disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName).ToString();
}
