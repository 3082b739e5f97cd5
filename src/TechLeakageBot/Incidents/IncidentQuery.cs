using System.Globalization;
using TechLeakageBot.Core.Incidents;
using TechLeakageBot.Core.Understanding;

namespace TechLeakageBot.Incidents;

/// <summary>Which incidents the list shows, in which order: the query of its address. What it does not understand it leaves out.</summary>
/// <param name="Words">Every one of these words stands in the number or the summary.</param>
/// <param name="Open">True for open ones, false for closed ones, null for both.</param>
public sealed record IncidentQuery(string Words, bool? Open, Severity? Level, string? SiteId, IncidentOrder Order, int Page)
{
    public const int PageSize = 50;

    private const int LongestWords = 200;
    private const int LastPage = 10_000;

    public static IncidentQuery Of(IQueryCollection query) => new(
        Text(query, "words"),
        Text(query, "open") switch
        {
            "open" => true,
            "closed" => false,
            _ => null,
        },
        Named<Severity>(Text(query, "level")),
        Text(query, "site") is { Length: > 0 } site ? site : null,
        Named<IncidentOrder>(Text(query, "order")) ?? IncidentOrder.Waiting,
        int.TryParse(Text(query, "page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, LastPage) : 1);

    /// <summary>All that match, in order; the page is cut out by the caller, who also tells how many there are.</summary>
    public IReadOnlyList<IncidentLine> Apply(IEnumerable<IncidentLine> lines)
    {
        var words = Words.Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries);
        var found = lines.Where(line =>
            (Open is null || Open == line.Phase is not Phase.Closed)
            && (Level is null || Level == line.Level)
            && (SiteId is null || SiteId == line.SiteId)
            && words.All(word => line.Number.Contains(word, StringComparison.OrdinalIgnoreCase) || line.Summary.Contains(word, StringComparison.OrdinalIgnoreCase)));
        return Order switch
        {
            IncidentOrder.Oldest => [.. found.OrderBy(line => line.OpenedAt)],
            IncidentOrder.Newest => [.. found.OrderByDescending(line => line.OpenedAt)],
            IncidentOrder.Level => [.. found.OrderByDescending(line => line.Level).ThenByDescending(line => line.OpenedAt)],
            _ => [.. found.OrderBy(line => line.Phase).ThenByDescending(line => line.Level).ThenBy(line => line.OpenedAt)],
        };
    }

    private static string Text(IQueryCollection query, string name)
    {
        var text = query[name].ToString();
        return text.Length <= LongestWords ? text.Trim() : text[..LongestWords].Trim();
    }

    private static T? Named<T>(string name)
        where T : struct, Enum => Enum.TryParse(name, ignoreCase: true, out T value) && Enum.IsDefined(value) && !char.IsAsciiDigit(name[0]) ? value : null;
}

/// <summary>The order of the list.</summary>
public enum IncidentOrder
{
    /// <summary>What waits for an officer first, then the more serious, then the older.</summary>
    Waiting,
    Newest,
    Oldest,
    Level,
}
