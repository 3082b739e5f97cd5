namespace TechLeakageBot.Core.Privacy;

/// <summary>What was hidden. Its order is the order in which kinds are listed.</summary>
public enum MaskedKind
{
    Key,
    CardNumber,
    MyNumber,
    Mail,
    Telephone,

    /// <summary>A postal address, or a postal code that is marked as one.</summary>
    Address,
    CodeWord,
    Password,
}
