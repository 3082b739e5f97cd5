using System.Text.Json;
using System.Text.Json.Serialization;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Incidents;

namespace TechLeakageBot.Storage;

/// <summary>The stored form of states, profiles and effects. Something missing or unknown is a <see cref="JsonException"/>, never a null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Profile))]
[JsonSerializable(typeof(Effect))]
[JsonSerializable(typeof(Recorded))]
[JsonSerializable(typeof(Trainee))]
[JsonSerializable(typeof(IncidentLine))]
[JsonSerializable(typeof(FormerAlert))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
internal sealed partial class StateJson : JsonSerializerContext;
