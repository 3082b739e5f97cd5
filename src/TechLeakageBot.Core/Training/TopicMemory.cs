namespace TechLeakageBot.Core.Training;

/// <summary>How well a topic is remembered, as the scheduler reckons it.</summary>
/// <param name="Stability">Days after which it is remembered with a chance of nine in ten.</param>
/// <param name="Difficulty">From 1, easy, to 10.</param>
/// <param name="Reviewed">When it was last asked.</param>
/// <param name="Due">The day in Japan on which to ask again.</param>
/// <param name="Right">How often it was answered rightly.</param>
/// <param name="Asked">How often it was asked.</param>
public sealed record TopicMemory(double Stability, double Difficulty, DateTimeOffset Reviewed, DateOnly Due, int Right, int Asked);
