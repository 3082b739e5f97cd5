using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;
using TechLeakageBot.Core.Dialogs;

namespace TechLeakageBot.Storage;

/// <summary>The name of an effect's kind, the one its JSON carries.</summary>
internal static class EffectKind
{
    public const string Alert = "alert";
    public const string Reply = "reply";

    private static readonly FrozenDictionary<Type, string> Names = typeof(Effect).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(kind => kind.DerivedType, kind => (string)kind.TypeDiscriminator!);

    public static string Of(Effect effect) => Names[effect.GetType()];
}
