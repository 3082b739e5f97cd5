namespace TechLeakageBot.Core.Training;

/// <summary>Whom a question or a drill is for.</summary>
public enum TrainingAudience
{
    Everyone,
    Engineers,
    Sales,
    Purchasing,
    Research,
    Overseas,
    Managers,
}
