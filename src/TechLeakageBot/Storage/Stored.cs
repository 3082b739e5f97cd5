using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace TechLeakageBot.Storage;

/// <summary>How states, profiles and effects are written and read back.</summary>
internal static class Stored
{
    /// <summary>Writes Japanese as itself: half the size of <c>\u</c> escapes, and nothing stored is ever shown as HTML.</summary>
    public static StateJson Json { get; } =
        new(new JsonSerializerOptions(StateJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Null where it cannot be read.</summary>
    /// <param name="fault">The kind of the fault; holds nothing of the text.</param>
    public static T? Read<T>(string json, JsonTypeInfo<T> type, out string fault)
        where T : class
    {
        try
        {
            fault = "null";
            return JsonSerializer.Deserialize(json, type);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            fault = unreadable.GetType().Name;
            return null;
        }
    }
}
