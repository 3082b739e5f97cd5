using TechLeakageBot.Core;

namespace TechLeakageBot.Training;

/// <summary>A column of the company's list.</summary>
public enum RosterColumn
{
    Person,
    Channel,
    Name,
    Department,
    Site,
    Course,
    Due,

    /// <summary>From here on an export tells and an import passes over.</summary>
    Status,
    Score,
    Completed,
    Certificate,
}

/// <summary>The names of the columns in a file. They are its format, so no edit of sentences changes them.</summary>
internal static class RosterColumns
{
    public static IReadOnlyList<RosterColumn> All { get; } = Enum.GetValues<RosterColumn>();

    /// <summary>Those that an import reads.</summary>
    public static IEnumerable<RosterColumn> Read => All.Where(column => column < RosterColumn.Status);

    public static bool IsRequired(RosterColumn column) => column is RosterColumn.Person or RosterColumn.Name;

    public static Bilingual Name(RosterColumn column) => column switch
    {
        RosterColumn.Person => new("社員ID", "person"),
        RosterColumn.Channel => new("チャネル", "channel"),
        RosterColumn.Name => new("氏名", "name"),
        RosterColumn.Department => new("部署", "department"),
        RosterColumn.Site => new("拠点", "site"),
        RosterColumn.Course => new("コース", "course"),
        RosterColumn.Due => new("期限", "due"),
        RosterColumn.Status => new("状態", "status"),
        RosterColumn.Score => new("点数", "score"),
        RosterColumn.Completed => new("修了日", "completed"),
        _ => new("修了証番号", "certificate"),
    };

    /// <summary>Null for a heading that is none.</summary>
    public static RosterColumn? Of(string heading)
    {
        var folded = new string([.. heading.Where(c => !char.IsWhiteSpace(c)).Select(c => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c)]);
        return All.Cast<RosterColumn?>().FirstOrDefault(column => Name(column!.Value) is var name
            && (name.Ja.Equals(folded, StringComparison.OrdinalIgnoreCase) || name.En.Equals(folded, StringComparison.OrdinalIgnoreCase)));
    }
}
