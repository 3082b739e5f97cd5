using System.Text.Json.Serialization;

namespace TechLeakageBot.Hosting;

/// <summary>The body of every refusal: what happened and what to do.</summary>
internal sealed record Problem(string Error);

[JsonSerializable(typeof(Problem))]
[JsonSerializable(typeof(Readiness))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class HostJson : JsonSerializerContext;

/// <summary>A setting that the bot cannot start with. The message names the setting and what to do.</summary>
internal sealed class SettingsException(string message) : Exception(message);
