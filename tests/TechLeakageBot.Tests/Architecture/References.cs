using System.Reflection;
using System.Reflection.Emit;

namespace TechLeakageBot.Tests.Architecture;

/// <summary>What code names, its method bodies included.</summary>
internal static class References
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<int, OpCode> OpCodesByValue = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value & 0xFFFF);

    /// <summary>The types and members that a type names, those that its methods call included.</summary>
    public static IEnumerable<MemberInfo> Of(Type type) =>
    [
        .. type.BaseType is { } parent ? [parent] : Array.Empty<MemberInfo>(),
        .. type.GetInterfaces(),
        .. type.GetFields(Everything).Select(field => field.FieldType),
        .. type.GetMethods(Everything).SelectMany(method => method.GetParameters().Select(p => p.ParameterType).Append(method.ReturnType)),
        .. type.GetMethods(Everything).Cast<MethodBase>().Concat(type.GetConstructors(Everything)).SelectMany(Called),
    ];

    /// <summary>The types behind a member: its own, its arguments', what arrays and generics are made of.</summary>
    public static IEnumerable<Type> Types(MemberInfo member) => member switch
    {
        Type { HasElementType: true } type => Types(type.GetElementType()!),
        Type { IsGenericType: true } type => type.GetGenericArguments().SelectMany(Types).Append(type),
        Type type => [type],
        _ => member.DeclaringType is { } owner ? Types(owner) : [],
    };

    private static IEnumerable<MemberInfo> Called(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il)
            yield break;
        var typeArguments = method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        var methodArguments = method is { IsGenericMethod: true, IsConstructor: false } ? method.GetGenericArguments() : null;
        for (var at = 0; at < il.Length;)
        {
            var value = il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at];
            var code = OpCodesByValue[value];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments)!;
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(il, at)),
                _ => 4,
            };
        }
    }
}
