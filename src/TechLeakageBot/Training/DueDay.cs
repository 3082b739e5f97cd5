namespace TechLeakageBot.Training;

/// <summary>By when a course may be asked for.</summary>
internal static class DueDay
{
    private const int MostYears = 2;

    /// <summary>How long somebody has who comes onto the list after the day of an assignment is over.</summary>
    private const int DaysForNewcomers = 30;

    public static DateOnly Last(DateOnly today) => today.AddYears(MostYears);

    /// <summary>Null for a day that may be.</summary>
    public static RosterFaultKind? Wrong(DateOnly due, DateOnly today) =>
        due < today ? RosterFaultKind.DatePast : due > Last(today) ? RosterFaultKind.DateTooFar : null;

    public static DateOnly ForNewcomer(Assignment assignment, DateOnly today) => assignment.Due >= today ? assignment.Due : today.AddDays(DaysForNewcomers);
}
