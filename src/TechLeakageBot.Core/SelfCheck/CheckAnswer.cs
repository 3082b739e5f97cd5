namespace TechLeakageBot.Core.SelfCheck;

/// <summary>The answer to an item of the checklist (handbook pp. 17-18), in the order of its buttons.</summary>
public enum CheckAnswer
{
    Yes,
    Partly,
    No,

    /// <summary>The item does not concern the company, such as one about plants abroad.</summary>
    NotApplicable,

    /// <summary>Somebody does not know; counts as missing until somebody does.</summary>
    Unknown,
}
