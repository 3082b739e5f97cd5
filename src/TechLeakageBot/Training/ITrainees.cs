using TechLeakageBot.Core.Dialogs;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Training;

/// <summary>What is kept of people's training. A method that returns has committed durably.</summary>
internal interface ITrainees
{
    /// <summary>Null for somebody who has neither practised nor stands on the company's list.</summary>
    Task<StoredTrainee?> FindAsync(PersonKey key, CancellationToken cancel);

    /// <summary>Everybody, in the order of channel and person.</summary>
    Task<IReadOnlyList<StoredTrainee>> AllAsync(CancellationToken cancel);

    /// <summary>Whose clock has come, longest waiting first.</summary>
    Task<IReadOnlyList<StoredTrainee>> DueAsync(DateTimeOffset now, int most, CancellationToken cancel);

    /// <summary>When the next one's clock comes; null where none is set.</summary>
    Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel);

    /// <summary>Writes the people, their reminders and the assignment together or not at all.</summary>
    /// <param name="assignment">Null where nothing is assigned to a group.</param>
    /// <returns>False where somebody's version is another one by now; nothing was written.</returns>
    Task<bool> WriteAsync(IReadOnlyList<TraineeChange> changes, Assignment? assignment, DateTimeOffset now, CancellationToken cancel);

    /// <summary>Whose certificate has this number; null where nobody's has.</summary>
    /// <param name="number">As <see cref="CertificateNumber"/> reads it.</param>
    Task<StoredTrainee?> ByCertificateAsync(string number, CancellationToken cancel);

    /// <summary>Those of them who have spoken with the bot, so that it can reach them.</summary>
    Task<IReadOnlySet<PersonKey>> SpokenAsync(CancellationToken cancel);

    /// <summary>Every assignment to a group, newest first.</summary>
    Task<IReadOnlyList<Assignment>> AssignmentsAsync(CancellationToken cancel);
}

/// <summary>One person in one channel.</summary>
internal readonly record struct PersonKey(string Channel, string Person);

/// <param name="Version">0 where nothing is stored yet.</param>
/// <param name="Name">As on the company's list; empty for somebody who is not on it.</param>
internal sealed record StoredTrainee(PersonKey Key, Trainee Trainee, long Version, string Name = "", string Department = "", string? SiteId = null);

/// <param name="Stored">As it shall be, with the version that must be stored now.</param>
/// <param name="Due">When the clock has to look again.</param>
/// <param name="Reminder">What to say now; null for nothing.</param>
internal sealed record TraineeChange(StoredTrainee Stored, DateTimeOffset? Due, Effect.Remind? Reminder = null);

/// <summary>A course for everybody of a site and a department; null stands for any.</summary>
internal sealed record Assignment(string Course, string? SiteId, string? Department, DateOnly Due, DateTimeOffset At, string Officer)
{
    /// <summary>Whether it holds for somebody; for those on the company's list only.</summary>
    public bool Covers(StoredTrainee person) =>
        person.Name.Length > 0 && (SiteId is null || SiteId == person.SiteId) && (Department is null || Department == person.Department);
}
