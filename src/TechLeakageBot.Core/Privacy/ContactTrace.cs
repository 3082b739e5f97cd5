namespace TechLeakageBot.Core.Privacy;

/// <summary>By what a contact can be known again, as a keyed hash: two incidents with the same one met the same contact.</summary>
/// <param name="Hash">32 lower hexadecimal digits.</param>
public sealed record ContactTrace(TraceKind Kind, string Hash);

public enum TraceKind
{
    Domain,
    Mail,
    Handle,
    Telephone,
    Company,
}
