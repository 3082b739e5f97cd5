namespace TechLeakageBot.Core.Privacy;

/// <summary>What kind of secret was masked.</summary>
public enum MaskedKind
{
    Key,
    Password,
    CardNumber,
    MyNumber,
    Mail,
    Telephone,
    Address,
    CodeWord,
}
