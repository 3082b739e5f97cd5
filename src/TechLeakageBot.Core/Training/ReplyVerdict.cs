namespace TechLeakageBot.Core.Training;

/// <summary>What a free answer was taken for.</summary>
/// <param name="Act">Null where the bot would rather ask back than guess.</param>
/// <param name="Confidence">Of the likeliest meaning, 0 to 1.</param>
public readonly record struct ReplyVerdict(Act? Act, double Confidence)
{
    public static ReplyVerdict Unsure { get; } = new(null, 0);
}
