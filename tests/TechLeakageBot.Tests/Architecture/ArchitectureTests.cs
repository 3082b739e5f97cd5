using System.Reflection;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Logging;
using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Tests.Architecture;

/// <summary>The rules that no reviewer need remember.</summary>
public class ArchitectureTests
{
    private static readonly Assembly Core = typeof(Dialog).Assembly;
    private static readonly Assembly Host = typeof(BotApp).Assembly;

    /// <summary>Whatever touches the world: types, or single members of types that are harmless otherwise.</summary>
    private static readonly string[] TheWorld =
    [
        "System.Net.", "System.IO.", "System.Console", "System.Environment", "System.Diagnostics.Process", "System.Diagnostics.Stopwatch", "System.Threading.",
        "System.TimeProvider", "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random.get_Shared", "System.Random..ctor()",
        "System.Security.Cryptography.RandomNumberGenerator",
    ];

    /// <summary>What the compiler's own iterators call.</summary>
    private static readonly string[] Harmless = ["System.Environment.get_CurrentManagedThreadId()"];

    private static readonly string[] Groups = ["TechLeakageBot.Channels", "TechLeakageBot.Storage", "TechLeakageBot.Ai"];

    private static readonly string[] MessageText =
        ["text", "message", "said", "value", "summary", "question", "answer", "body", "content", "name", "person", "token", "secret", "card", "words"];

    [Fact]
    public void The_core_refers_to_the_framework_only() => Assert.All(
        Core.GetReferencedAssemblies(), assembly => Assert.StartsWith("System.", assembly.Name, StringComparison.Ordinal));

    [Fact]
    public void The_core_touches_nothing_of_the_world() => Assert.Empty(
        from type in Core.GetTypes()
        from member in References.Of(type)
        let name = Name(member)
        where TheWorld.Any(part => name.StartsWith(part, StringComparison.Ordinal)) && !Harmless.Contains(name)
        select $"{type.FullName} uses {name}");

    [Fact]
    public void The_scan_sees_what_methods_call() =>
        Assert.Contains(References.Of(typeof(LinearModel)).Select(Name), name => name.StartsWith("System.Random..ctor(Int32)", StringComparison.Ordinal));

    [Fact]
    public void Channels_storage_and_ai_know_nothing_of_one_another() => Assert.Empty(
        from type in Host.GetTypes()
        let own = GroupOf(type)
        where own is not null
        from member in References.Of(type)
        from named in References.Types(member)
        let other = GroupOf(named)
        where other is not null && other != own
        select $"{type.FullName} uses {named.FullName}");

    [Fact]
    public void Every_class_is_sealed_static_or_abstract() => Assert.Empty(
        from type in Core.GetTypes().Concat(Host.GetTypes())
        where type is { IsClass: true, IsSealed: false, IsAbstract: false, Name: not "Program" }
            && !type.IsDefined(typeof(CompilerGeneratedAttribute))
            && !IsOfRazor(type)
        select type.FullName);

    [Fact]
    public void No_log_method_takes_what_people_wrote()
    {
        var parameters = Host.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(method => method.IsDefined(typeof(LoggerMessageAttribute)))
            .SelectMany(method => method.GetParameters().Select(parameter => (Method: $"{method.DeclaringType}.{method.Name}", parameter.Name, parameter.ParameterType)))
            .ToArray();
        Assert.NotEmpty(parameters);
        Assert.DoesNotContain(parameters, p => MessageText.Contains(p.Name, StringComparer.OrdinalIgnoreCase) || References.Types(p.ParameterType).Any(type => type.Assembly == Core));
    }

    /// <summary>Razor writes the class of a .razor file, and writes it open.</summary>
    private static bool IsOfRazor(Type type) => typeof(IComponent).IsAssignableFrom(type) || type.Name == "_Imports";

    private static string Name(MemberInfo member) => member switch
    {
        Type type => type.FullName ?? type.Name,
        MethodBase method => $"{method.DeclaringType?.FullName}.{method.Name}({string.Join(',', method.GetParameters().Select(p => p.ParameterType.Name))})",
        _ => $"{member.DeclaringType?.FullName}.{member.Name}",
    };

    private static string? GroupOf(Type type) =>
        Groups.FirstOrDefault(group => type.Namespace == group || (type.Namespace ?? "").StartsWith(group + ".", StringComparison.Ordinal));
}
