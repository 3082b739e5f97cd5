namespace TechLeakageBot.Core.Training;

/// <summary>For whom a question, a drill or a course is (handbook p. 11: training fits the role).</summary>
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
