namespace TechLeakageBot.Core.Training;

/// <summary>A course: a quiz over its topics, and its drills.</summary>
/// <param name="Topics">Ids of the topics that the quiz asks about.</param>
/// <param name="Drills">Ids of the drills to be played to the end.</param>
/// <param name="Questions">How many the quiz has.</param>
/// <param name="Pass">The share of right answers that passes, in percent.</param>
/// <param name="Minutes">How long it takes, about.</param>
/// <param name="RenewMonths">After how many months it is to be done anew.</param>
public sealed record Course(
    string Id,
    TrainingAudience Audience,
    Bilingual Title,
    Bilingual About,
    IReadOnlyList<string> Topics,
    IReadOnlyList<string> Drills,
    int Questions,
    int Pass,
    int Minutes,
    int RenewMonths);
