using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Core.Tests.Training;

/// <summary>A drill of two steps and one of a single step, and a judge that knows four sentences of each kind.</summary>
internal static class Drills
{
    public static readonly Drill Call = Of(
        "call",
        "hello",
        [
            Step("hello", To(Act.Gave, "more"), To(Act.Asked, "again"), End("safe", Act.Paused, Act.Declined, Act.Referred), End("safe", Act.Reported)),
            Step("again", End("leak", Act.Gave), End("safe", Act.Asked, Act.Paused, Act.Declined, Act.Referred, Act.Reported)),
            Step("more", End("leak", Act.Gave), To(Act.Asked, "last"), End("stopped", Act.Paused, Act.Declined, Act.Referred), End("stopped", Act.Reported)),
            Step("last", End("leak", Act.Gave), End("stopped", Act.Asked, Act.Paused, Act.Declined, Act.Referred, Act.Reported)),
        ]);

    public static readonly Drill Visit = Of(
        "visit", "door", [Step("door", End("leak", Act.Gave), End("safe", Act.Asked, Act.Paused, Act.Declined, Act.Referred, Act.Reported))]);

    public static ReplyJudge Judge { get; } = ReplyJudge.Train(
    [
        .. Said(Act.Gave, "here is the drawing", "sure here is the file", "図面を送ります", "資料をどうぞ"),
        .. Said(Act.Asked, "who are you", "which company is it", "どちら様ですか", "目的は何ですか"),
        .. Said(Act.Declined, "I must decline", "no I cannot do that", "お断りします", "できません"),
        .. Said(null, "nice weather", "what is this", "いい天気ですね", "こんにちは"),
    ]);

    public static Curriculum Curriculum { get; } = TechLeakageBot.Core.Training.Curriculum.Empty with { Drills = [Call, Visit], Judge = Judge };

    public static KnowledgeBase Knowing(params IReadOnlyList<Drill> drills) => Known.Base with { Curriculum = Curriculum with { Drills = drills } };

    public static DrillStep Step(string id, params IReadOnlyList<DrillReply> replies) => new(id, Both($"{id} says"), Both($"{id} sign"), Both($"{id} better"), replies);

    public static DrillReply To(Act act, string next) => Reply([act], next, null);

    public static DrillReply End(string end, params IReadOnlyList<Act> acts) => Reply(acts, null, end);

    private static Drill Of(string id, string start, IReadOnlyList<DrillStep> steps) => new(
        id, Both($"{id} title"), Known.Sns, [TrainingAudience.Everyone], 1, [3], Both($"{id} setting"), Both($"{id} contact"), start, steps,
        [Ending("safe", DrillResult.Safe), Ending("stopped", DrillResult.Partly), Ending("leak", DrillResult.Leak)]);

    private static DrillReply Reply(IReadOnlyList<Act> acts, string? next, string? end) => new(
        acts, Both($"{string.Join(' ', acts)} to {next ?? end}"), acts.Contains(Act.Gave) ? Both($"given towards {next ?? end}") : null, next, end);

    private static DrillEnding Ending(string id, DrillResult result) => new(id, result, Both($"{id} text"), Both($"{id} lesson"));

    private static Bilingual Both(string text) => new($"日{text}", text);

    private static IEnumerable<ReplyExample> Said(Act? act, params string[] texts) => texts.Select(text => new ReplyExample(text, act is { } one ? [one] : []));
}
