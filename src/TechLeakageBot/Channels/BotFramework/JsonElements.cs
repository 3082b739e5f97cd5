using System.Text.Json;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Reading JSON of unknown shape: what is not there, or is something else, reads as nothing.</summary>
internal static class JsonElements
{
    public static JsonElement Field(this JsonElement element, string name)
    {
        try
        {
            return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var field) ? field : default;
        }
        catch (InvalidOperationException)
        {
            // The name of a field beside it is half of a surrogate pair, as in Text.
            return default;
        }
    }

    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [];

    public static bool IsNothing(this JsonElement element) => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    public static string? Text(this JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.String)
            return null;
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, which JSON can write and .NET cannot read.
            return null;
        }
    }
}
