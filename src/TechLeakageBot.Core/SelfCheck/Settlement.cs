namespace TechLeakageBot.Core.SelfCheck;

/// <summary>What the officer decided about an item, whatever was answered. A later one takes its place; all are kept.</summary>
/// <param name="Id">Tells the later from the earlier.</param>
/// <param name="Item">The measure's id.</param>
/// <param name="Answer">Null leaves the answer to the persons.</param>
/// <param name="Responsible">Who is to see to it; empty for nobody yet.</param>
/// <param name="By">The officer's <see cref="Officer.Id"/>.</param>
public sealed record Settlement(long Id, string Item, CheckAnswer? Answer, string Note, string Link, string Responsible, string By, DateTimeOffset At)
{
    /// <summary>Longest note, in characters; a person's too.</summary>
    public const int LongestNote = 500;

    /// <summary>Longest link, in characters; a person's too.</summary>
    public const int LongestLink = 500;

    public const int LongestName = 100;
}
