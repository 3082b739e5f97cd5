using TechLeakageBot.Hosting;

namespace TechLeakageBot.Training;

/// <summary>Rung when courses were assigned, so that people hear of it at once and not at the clock's next look.</summary>
internal sealed class TrainingBell : Bell;
