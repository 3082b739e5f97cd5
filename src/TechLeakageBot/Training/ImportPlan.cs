using TechLeakageBot.Core;
using TechLeakageBot.Core.Training;

namespace TechLeakageBot.Training;

/// <summary>What an import of the company's list would do, or why it does nothing.</summary>
internal sealed record ImportPlan(ImportCounts Counts, IReadOnlyList<TraineeChange> Changes, IReadOnlyList<RosterFault> Faults)
{
    /// <param name="stored">Everybody there is.</param>
    /// <param name="assignments">Newest first.</param>
    /// <param name="isWhole">Whether people of the officer's who are not in the file leave the list.</param>
    public static ImportPlan Of(
        Roster roster, IReadOnlyList<StoredTrainee> stored, IReadOnlyList<Assignment> assignments, KnowledgeBase known, Officer officer, DateOnly today, bool isWhole)
    {
        var planning = new Planning(assignments, known, officer, today);
        var people = stored.ToDictionary(person => person.Key);
        foreach (var lines in roster.Lines.GroupBy(line => line.Key))
            planning.Add(people.GetValueOrDefault(lines.Key) ?? new StoredTrainee(lines.Key, Trainee.New, Version: 0), roster, [.. lines]);
        if (isWhole)
        {
            var named = roster.Lines.Select(line => line.Key).ToHashSet();
            foreach (var person in stored.Where(person => !named.Contains(person.Key) && known.Company.LooksAfter(officer, person)))
                planning.Remove(person);
        }

        return planning.Faults.Count > 0
            ? new ImportPlan(new ImportCounts(0, 0, 0, 0, 0), [], [.. planning.Faults.OrderBy(fault => fault.Line)])
            : new ImportPlan(planning.Counts, planning.Changes, []);
    }

    private sealed class Planning(IReadOnlyList<Assignment> assignments, KnowledgeBase known, Officer officer, DateOnly today)
    {
        public List<TraineeChange> Changes { get; } = [];

        public List<RosterFault> Faults { get; } = [];

        public ImportCounts Counts { get; private set; } = new(0, 0, 0, 0, 0);

        private Company Company => known.Company;

        public void Add(StoredTrainee before, Roster roster, RosterLine[] lines)
        {
            var isNew = before.Name.Length == 0;
            var named = before with
            {
                Name = lines[0].Name,
                Department = roster.HasDepartments ? lines[0].Department : before.Department,
                SiteId = roster.HasSites ? lines[0].SiteId : before.SiteId,
            };
            if ((!isNew && !Company.Serves(officer, before.SiteId)) || !Company.Serves(officer, named.SiteId))
            {
                var other = Company.SiteOf(Company.Serves(officer, named.SiteId) ? before.SiteId : named.SiteId)?.Name.Ja ?? "";
                Faults.Add(new RosterFault(lines[0].Number, RosterColumn.Site, RosterFaultKind.SiteOfOthers, RosterFault.Shown(other)));
                return;
            }

            var (trainee, enrolled) = Enrolled(Standing(before, named, isNew), lines);
            var after = named with { Trainee = trainee };
            Counts = Counts with
            {
                New = Counts.New + (isNew ? 1 : 0),
                Changed = Counts.Changed + (!isNew && named != before ? 1 : 0),
                Unchanged = Counts.Unchanged + (!isNew && named == before ? 1 : 0),
                Enrolled = Counts.Enrolled + enrolled,
            };
            if (after != before)
                Changes.Add(new TraineeChange(after, TrainingClock.Due(trainee, known.Curriculum)));
        }

        public void Remove(StoredTrainee person)
        {
            Counts = Counts with { Removed = Counts.Removed + 1 };
            Changes.Add(new TraineeChange(person with { Name = "", Department = "", SiteId = null }, Due: null));
        }

        /// <summary>What the groups are assigned that somebody comes into.</summary>
        private (Trainee Trainee, int Enrolled) Standing(StoredTrainee before, StoredTrainee after, bool isNew)
        {
            var (trainee, enrolled) = (before.Trainee, 0);
            foreach (var assignment in assignments.Where(one => one.Covers(after) && (isNew || !one.Covers(before))).DistinctBy(one => one.Course))
            {
                if (known.Curriculum.Course(assignment.Course) is not { } course || Enrolling.Of(trainee, course.Id) is { Completed: null, Due: not null })
                    continue;
                var assigned = Enrolling.Assign(trainee, course, today, DueDay.ForNewcomer(assignment, today));
                enrolled += ReferenceEquals(assigned, trainee) ? 0 : 1;
                trainee = assigned;
            }

            return (trainee, enrolled);
        }

        /// <summary>What the lines themselves name. A course and a day as they are stored already may be in the past: so an export can be read again.</summary>
        private (Trainee Trainee, int Enrolled) Enrolled((Trainee Trainee, int Enrolled) before, RosterLine[] lines)
        {
            var (trainee, enrolled) = before;
            foreach (var line in lines.Where(line => line.Course is not null).DistinctBy(line => line.Course))
            {
                var now = Enrolling.Of(trainee, line.Course!);
                if (now is not null && (line.Due is null || line.Due == now.Due))
                    continue;
                RosterFaultKind? wrong = known.Curriculum.Course(line.Course) is null ? RosterFaultKind.CourseUnknown
                    : line.Due is null ? RosterFaultKind.DueMissing
                    : DueDay.Wrong(line.Due.Value, today);
                if (wrong is { } kind)
                {
                    Faults.Add(kind == RosterFaultKind.CourseUnknown
                        ? new RosterFault(line.Number, RosterColumn.Course, kind, line.Course!)
                        : new RosterFault(line.Number, RosterColumn.Due, kind, line.Due?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? ""));
                    continue;
                }

                var assigned = Enrolling.Assign(trainee, known.Curriculum.Course(line.Course)!, today, line.Due);
                enrolled += ReferenceEquals(assigned, trainee) ? 0 : 1;
                trainee = assigned;
            }

            return (trainee, enrolled);
        }
    }
}

/// <summary>What an import comes to, in people; <see cref="Enrolled"/> in courses.</summary>
public sealed record ImportCounts(int New, int Changed, int Unchanged, int Enrolled, int Removed);
