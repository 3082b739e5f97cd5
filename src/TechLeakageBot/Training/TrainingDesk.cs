using TechLeakageBot.Core;
using TechLeakageBot.Core.Training;
using TechLeakageBot.Knowledge;

namespace TechLeakageBot.Training;

/// <summary>What officers do about training: each of it whole or not at all, for people of their own sites only.</summary>
internal sealed class TrainingDesk(ITrainees trainees, KnowledgeSource knowledge, TrainingBell bell, TimeProvider time)
{
    /// <summary>People practise and the clock reminds meanwhile; each of that makes a plan stale.</summary>
    private const int MostTries = 10;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    private DateOnly Today => JapanTime.Day(time.GetUtcNow());

    /// <summary>Assigns a course to everybody of a site and a department, and to whoever comes there later.</summary>
    /// <param name="siteId">Null for every site, which only an officer of all sites may say.</param>
    /// <param name="department">Null for every department.</param>
    public Task<Assigned> AssignAsync(string? course, string? siteId, string? department, DateOnly due, Officer officer, CancellationToken cancel)
    {
        var company = knowledge.Current.Company;
        return siteId is null ? company.ServesEverySite(officer) ? AssignAsync() : Refused(AssignRefusal.SiteMissing)
            : company.SiteOf(siteId) is null || !company.Serves(officer, siteId) ? Refused(AssignRefusal.SiteUnknown)
            : AssignAsync();

        static Task<Assigned> Refused(AssignRefusal why) => Task.FromResult(new Assigned(0, 0, why));

        Task<Assigned> AssignAsync() => RunAsync(
            course,
            due,
            (people, known) =>
            {
                if (department is not null && !people.Any(person => person.Department == department && company.LooksAfter(officer, person)))
                    return (null, new Assigned(0, 0, AssignRefusal.DepartmentUnknown));
                var assignment = new Assignment(known.Id, siteId, department, due, time.GetUtcNow(), officer.Id);
                return (assignment, null);
            },
            person => company.LooksAfter(officer, person),
            cancel);
    }

    /// <summary>Assigns a course to one person.</summary>
    public async Task<Assigned> AssignToAsync(PersonKey key, string? course, DateOnly due, Officer officer, CancellationToken cancel)
    {
        var company = knowledge.Current.Company;
        return await RunAsync(
            course,
            due,
            (people, _) => people.Any(person => person.Key == key && company.LooksAfter(officer, person)) ? (null, null) : (null, new Assigned(0, 0, AssignRefusal.PersonUnknown)),
            person => person.Key == key,
            cancel);
    }

    /// <summary>What an import would do; nothing is written.</summary>
    public async Task<ImportPlan> CheckAsync(Roster roster, bool isWhole, Officer officer, CancellationToken cancel) => ImportPlan.Of(
        roster, await trainees.AllAsync(cancel), await trainees.AssignmentsAsync(cancel), knowledge.Current, officer, Today, isWhole);

    /// <summary>Takes the list over. Courses and results of the people stay as they are.</summary>
    /// <returns>What was done; with faults, nothing was.</returns>
    public async Task<ImportPlan> ImportAsync(Roster roster, bool isWhole, Officer officer, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var plan = await CheckAsync(roster, isWhole, officer, cancel);
            if (plan.Changes.Count == 0 || await WriteAsync(plan.Changes, assignment: null, cancel))
                return plan;
            await AgainAsync(attempt, cancel);
        }
    }

    /// <param name="prepare">The assignment to a group, or why nothing is done.</param>
    /// <param name="isMeant">Whom it is for, where there is no group.</param>
    private async Task<Assigned> RunAsync(
        string? course,
        DateOnly due,
        Func<IReadOnlyList<StoredTrainee>, Course, (Assignment? Group, Assigned? Refused)> prepare,
        Func<StoredTrainee, bool> isMeant,
        CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (curriculum, today) = (knowledge.Current.Curriculum, Today);
            if (curriculum.Course(course) is not { } known)
                return new Assigned(0, 0, AssignRefusal.CourseUnknown);
            if (DueDay.Wrong(due, today) is { } wrong)
                return new Assigned(0, 0, wrong == RosterFaultKind.DatePast ? AssignRefusal.DuePast : AssignRefusal.DueTooFar);
            var people = await trainees.AllAsync(cancel);
            var (group, refused) = prepare(people, known);
            if (refused is not null)
                return refused;
            StoredTrainee[] covered = [.. people.Where(person => isMeant(person) && group?.Covers(person) != false)];
            TraineeChange[] changes = [.. covered.Select(person => ChangeOf(person, known, today, due, curriculum)).OfType<TraineeChange>()];
            var isThere = changes.Length == 0 && (group is null || await IsThereAsync(group, cancel));
            if (isThere || await WriteAsync(changes, group, cancel))
                return new Assigned(covered.Length, changes.Length);
            await AgainAsync(attempt, cancel);
        }
    }

    private async Task<bool> WriteAsync(IReadOnlyList<TraineeChange> changes, Assignment? assignment, CancellationToken cancel)
    {
        if (!await trainees.WriteAsync(changes, assignment, time.GetUtcNow(), cancel))
            return false;
        bell.Ring();
        return true;
    }

    /// <summary>Whether the same was said before, as by a form that is sent twice.</summary>
    private async Task<bool> IsThereAsync(Assignment group, CancellationToken cancel) =>
        (await trainees.AssignmentsAsync(cancel)).FirstOrDefault(one => (one.Course, one.SiteId, one.Department) == (group.Course, group.SiteId, group.Department))?.Due == group.Due;

    private static TraineeChange? ChangeOf(StoredTrainee person, Course course, DateOnly today, DateOnly due, Curriculum curriculum)
    {
        var after = Enrolling.Assign(person.Trainee, course, today, due);
        return ReferenceEquals(after, person.Trainee) ? null : new TraineeChange(person with { Trainee = after }, TrainingClock.Due(after, curriculum));
    }

    private static Task AgainAsync(int attempt, CancellationToken cancel) => attempt < MostTries
        ? Task.Delay(BetweenTries, cancel)
        : throw new InvalidOperationException($"People's training changed {MostTries} times in a row while it was to be written.");
}

/// <summary>What an assignment came to.</summary>
/// <param name="Covered">How many people it is for.</param>
/// <param name="Enrolled">How many of them have something to do by it that they had not before, or by another day.</param>
/// <param name="Why">Null where it was done.</param>
public sealed record Assigned(int Covered, int Enrolled, AssignRefusal? Why = null);

public enum AssignRefusal
{
    CourseUnknown,

    /// <summary>An officer of single sites has to say which.</summary>
    SiteMissing,
    SiteUnknown,
    DepartmentUnknown,
    PersonUnknown,
    DueMissing,
    DuePast,
    DueTooFar,
}
