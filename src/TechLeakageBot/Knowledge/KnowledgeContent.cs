using TechLeakageBot.Core.Training;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Knowledge;

/// <summary>What the knowledge files hold, nothing learnt from it.</summary>
/// <param name="Material">Null where the files have faults.</param>
internal sealed record KnowledgeContent(TrainingMaterial? Material, IReadOnlyList<Example> Examples, IReadOnlyList<string> Faults)
{
    public Curriculum Curriculum { get; init; } = Curriculum.Empty;

    public IReadOnlyList<ReplyExample> Replies { get; init; } = [];
}
