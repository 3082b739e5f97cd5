using System.Buffers;
using System.Globalization;
using System.Text.Json;
using TechLeakageBot.Delivery;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>Reads a transcript page by page, each as the <c>{activities, watermark}</c> that a client takes.</summary>
internal sealed class ActivityPages(ITranscripts transcripts)
{
    private const int MostActivities = 50;

    /// <summary>Characters of a page, unless its first activity alone is longer.</summary>
    private const int MostCharacters = 512 * 1024;

    /// <summary>The next page after a sequence; the watermark stays where nothing follows.</summary>
    public async Task<ActivityPage> AfterAsync(string conversation, long after, CancellationToken cancel)
    {
        var found = await transcripts.AfterAsync(conversation, after, MostActivities, cancel);
        var buffer = new ArrayBufferWriter<byte>();
        var (taken, size, watermark) = (0, 0, after);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("activities");
            foreach (var (sequence, json) in found)
            {
                size += json.Length;
                if (taken > 0 && size > MostCharacters)
                    break;
                writer.WriteRawValue(json, skipInputValidation: true);
                taken++;
                watermark = sequence;
            }

            writer.WriteEndArray();
            writer.WriteString("watermark", watermark.ToString(CultureInfo.InvariantCulture));
            writer.WriteEndObject();
        }

        return new ActivityPage(buffer.WrittenMemory, watermark, taken == 0);
    }
}

/// <param name="Json">UTF-8.</param>
internal sealed record ActivityPage(ReadOnlyMemory<byte> Json, long Watermark, bool IsEmpty);
