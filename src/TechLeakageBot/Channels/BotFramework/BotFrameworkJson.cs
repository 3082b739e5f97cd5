using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechLeakageBot.Channels.BotFramework;

[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(Address))]
[JsonSerializable(typeof(OpenIdMetadata))]
[JsonSerializable(typeof(JsonWebKeys))]
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class BotFrameworkJson : JsonSerializerContext;
