using TechLeakageBot.Core;
using TechLeakageBot.Training;

namespace TechLeakageBot.Desk.Pages;

/// <summary>What the officer who looks may see of training.</summary>
internal sealed class TrainingPeople(ITrainees trainees, DeskFacts facts, TimeProvider time)
{
    public DateOnly Today => JapanTime.Day(time.GetUtcNow());

    public IReadOnlyList<Site> Sites => [.. facts.Company.Sites.Where(site => facts.Me is { } me && facts.Company.Serves(me, site.Id))];

    /// <summary>Whether the officer may speak for the company as a whole.</summary>
    public bool HasEverySite => facts.Me is { } me && facts.Company.ServesEverySite(me);

    public async Task<IReadOnlyList<StoredTrainee>> MineAsync(CancellationToken cancel) => Mine(await trainees.AllAsync(cancel));

    public async Task<IReadOnlyList<PersonRow>> RowsAsync(CancellationToken cancel)
    {
        var (mine, spoken) = (await MineAsync(cancel), await trainees.SpokenAsync(cancel));
        return [.. mine.SelectMany(person => PersonRow.Of(person, facts.Knowledge.Curriculum, Today, spoken.Contains(person.Key)))];
    }

    public async Task<TrainingFigures> FiguresAsync(CancellationToken cancel)
    {
        var everybody = await trainees.AllAsync(cancel);
        return TrainingFigures.Of(Mine(everybody), everybody, await trainees.SpokenAsync(cancel), facts.Knowledge.Curriculum, Today);
    }

    /// <summary>Those that concern the officer's sites, newest first.</summary>
    public async Task<IReadOnlyList<AssignmentLine>> AssignmentsAsync(CancellationToken cancel) =>
    [
        .. (await trainees.AssignmentsAsync(cancel)).Where(one => facts.Me is { } me && facts.Company.Serves(me, one.SiteId))
            .Select(one => new AssignmentLine(one.Course, one.SiteId, one.Department, one.Due, one.At, one.Officer)),
    ];

    /// <summary>A certificate, and its holder's name where the officer looks after them.</summary>
    public async Task<(Certificate Certificate, string? Holder)?> CertificateAsync(string? typed, CancellationToken cancel)
    {
        if (CertificateNumber.Read(typed) is not { } number || await trainees.ByCertificateAsync(number, cancel) is not { } person
            || Certificate.Of(person.Trainee, number, facts.Knowledge.Curriculum) is not { } certificate)
            return null;
        return (certificate, facts.Me is { } me && facts.Company.LooksAfter(me, person) ? person.Name : null);
    }

    public static IReadOnlyList<string> DepartmentsOf(IEnumerable<string> departments) =>
        [.. departments.Where(department => department.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private IReadOnlyList<StoredTrainee> Mine(IEnumerable<StoredTrainee> everybody) =>
        facts.Me is { } me ? [.. everybody.Where(person => facts.Company.LooksAfter(me, person))] : [];
}
