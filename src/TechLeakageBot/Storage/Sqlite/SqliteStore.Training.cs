using System.Globalization;
using Microsoft.Data.Sqlite;
using TechLeakageBot.Training;

namespace TechLeakageBot.Storage.Sqlite;

internal sealed partial class SqliteStore
{
    private const string TraineeColumns = "version, record, name, department, site, channel, person";
    private const string OneTrainee = $"SELECT {TraineeColumns} FROM trainee WHERE channel = @channel AND person = @person";
    private const string AllTrainees = $"SELECT {TraineeColumns} FROM trainee ORDER BY channel, person";
    private const string DueTrainees = $"SELECT {TraineeColumns} FROM trainee WHERE due <= @now ORDER BY due LIMIT @most";
    private const string NextTrainee = "SELECT min(due) FROM trainee WHERE due IS NOT NULL";

    /// <summary>The number's signs stand in a record as they are, so that only the one record has to be read.</summary>
    private const string TraineeOfCertificate = $"SELECT {TraineeColumns} FROM trainee WHERE instr(record, @number) > 0 ORDER BY channel, person LIMIT 1";

    private const string SpokenTrainees =
        "SELECT t.channel, t.person FROM trainee AS t WHERE EXISTS (SELECT 1 FROM conversation AS c WHERE c.channel = t.channel AND c.person = t.person)";

    private const string AddAssignment =
        "INSERT INTO course_assignment (course, site, department, due, at, officer) VALUES (@course, @site, @department, @due, @at, @officer)";

    private const string AllAssignments = "SELECT course, site, department, due, at, officer FROM course_assignment ORDER BY id DESC";

    private const string Day = "yyyy-MM-dd";

    public async Task<StoredTrainee?> FindAsync(PersonKey key, CancellationToken cancel) =>
        (await ReadAsync(reader => reader.Rows(OneTrainee, Trainee, ("@channel", key.Channel), ("@person", key.Person)), cancel)).SingleOrDefault();

    public async Task<IReadOnlyList<StoredTrainee>> AllAsync(CancellationToken cancel) => await ReadAsync(reader => reader.Rows(AllTrainees, Trainee), cancel);

    async Task<IReadOnlyList<StoredTrainee>> ITrainees.DueAsync(DateTimeOffset now, int most, CancellationToken cancel) =>
        await ReadAsync(reader => reader.Rows(DueTrainees, Trainee, ("@now", Milliseconds.Of(now)), ("@most", most)), cancel);

    async Task<DateTimeOffset?> ITrainees.NextDueAsync(CancellationToken cancel) =>
        (await ReadAsync(reader => reader.Rows(NextTrainee, row => row.IsDBNull(0) ? (DateTimeOffset?)null : Milliseconds.Time(row.GetInt64(0))), cancel))[0];

    public async Task<StoredTrainee?> ByCertificateAsync(string number, CancellationToken cancel) =>
        (await ReadAsync(reader => reader.Rows(TraineeOfCertificate, Trainee, ("@number", $"\"{number}\"")), cancel)).SingleOrDefault();

    public async Task<IReadOnlySet<PersonKey>> SpokenAsync(CancellationToken cancel) =>
        (await ReadAsync(reader => reader.Rows(SpokenTrainees, row => new PersonKey(row.GetString(0), row.GetString(1))), cancel)).ToHashSet();

    public Task<bool> WriteAsync(IReadOnlyList<TraineeChange> changes, Assignment? assignment, DateTimeOffset now, CancellationToken cancel) => Writer.RunAsync(
        statements =>
        {
            if (!changes.All(change => SqliteTraineeWrite.Fits(statements, change)))
                return false;
            foreach (var change in changes)
                SqliteTraineeWrite.Write(statements, change, now);
            if (assignment is not null)
            {
                statements.Run(
                    AddAssignment,
                    ("@course", assignment.Course),
                    ("@site", assignment.SiteId),
                    ("@department", assignment.Department),
                    ("@due", assignment.Due.ToString(Day, CultureInfo.InvariantCulture)),
                    ("@at", Milliseconds.Of(assignment.At)),
                    ("@officer", assignment.Officer));
            }

            return true;
        },
        cancel);

    public async Task<IReadOnlyList<Assignment>> AssignmentsAsync(CancellationToken cancel) => await ReadAsync(
        reader => reader.Rows(
            AllAssignments,
            row => new Assignment(
                row.GetString(0),
                TextOrNull(row, 1),
                TextOrNull(row, 2),
                DateOnly.ParseExact(row.GetString(3), Day, CultureInfo.InvariantCulture),
                Milliseconds.Time(row.GetInt64(4)),
                row.GetString(5))),
        cancel);

    private StoredTrainee Trainee(SqliteDataReader row) => TraineeOf(new PersonKey(row.GetString(5), row.GetString(6)), row, 0);

    /// <summary>A record that cannot be read counts as none, and its version goes on.</summary>
    private StoredTrainee TraineeOf(PersonKey key, SqliteDataReader row, int first) => new(
        key,
        Read(row.GetString(first + 1), Stored.Json.Trainee, Core.Training.Trainee.New, Core.Training.Trainee.New, log.UnreadableTrainee),
        row.GetInt64(first),
        row.GetString(first + 2),
        row.GetString(first + 3),
        TextOrNull(row, first + 4));
}
