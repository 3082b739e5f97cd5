using System.Globalization;

namespace TechLeakageBot.Training;

/// <summary>Which rows the list of people shows: the query of its address. What it does not understand it leaves out.</summary>
/// <param name="Words">Every one of these words stands in the name or the department.</param>
/// <param name="IsSilent">Whether only people are shown who have not spoken with the bot.</param>
public sealed record TrainingQuery(string Words, string? SiteId, string? Department, string? Course, TrainingStatus? Status, bool IsSilent, int Page)
{
    public const int PageSize = 50;

    private const int LongestWords = 200;
    private const int LastPage = 10_000;

    public static TrainingQuery Of(IQueryCollection query) => new(
        Text(query, "words"),
        Given(query, "site"),
        Given(query, "department"),
        Given(query, "course"),
        Enum.TryParse<TrainingStatus>(Text(query, "status"), out var status) && Enum.IsDefined(status) && !char.IsAsciiDigit(Text(query, "status")[0]) ? status : null,
        Text(query, "silent") == "yes",
        int.TryParse(Text(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1);

    /// <summary>All that match, what is overdue first; the page is cut out by the caller.</summary>
    public IReadOnlyList<PersonRow> Apply(IEnumerable<PersonRow> rows)
    {
        var words = Words.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. rows.Where(row =>
                (SiteId is null || SiteId == row.SiteId)
                && (Department is null || Department == row.Department)
                && (Course is null || Course == row.Course)
                && (Status is null || Status == row.Status)
                && !(IsSilent && row.HasSpoken)
                && words.All(word => row.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || row.Department.Contains(word, StringComparison.OrdinalIgnoreCase)))
                .OrderBy(row => row.Status).ThenBy(row => row.Due ?? DateOnly.MaxValue).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Person, StringComparer.Ordinal)
                .ThenBy(row => row.Course, StringComparer.Ordinal),
        ];
    }

    /// <summary>The address of the same choice.</summary>
    public QueryString ToAddress(int page) => QueryString.Create(new Dictionary<string, string?>
    {
        ["words"] = Words,
        ["site"] = SiteId ?? "",
        ["department"] = Department ?? "",
        ["course"] = Course ?? "",
        ["status"] = Status?.ToString() ?? "",
        ["silent"] = IsSilent ? "yes" : "",
        ["page"] = page.ToString(CultureInfo.InvariantCulture),
    });

    private static string? Given(IQueryCollection query, string name) => Text(query, name) is { Length: > 0 } text ? text : null;

    private static string Text(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        return text.Length <= LongestWords ? text.Trim() : text[..LongestWords].Trim();
    }
}
