namespace TechLeakageBot.Core.SelfCheck;

/// <summary>One time the company checks itself. Once closed it stays as it is, for good.</summary>
/// <param name="Number">From 1, in the order in which they were opened.</param>
/// <param name="Closed">Null while answers are taken; one round at the most is open.</param>
public sealed record CheckRound(int Number, DateTimeOffset Opened, DateTimeOffset? Closed = null)
{
    public bool IsOpen => Closed is null;
}
