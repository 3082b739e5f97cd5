namespace TechLeakageBot.Desk;

/// <summary>What the header leads to.</summary>
internal static class DeskNavigation
{
    public static IReadOnlyList<(string Path, DeskSay Name)> Entries { get; } =
    [
        (DeskFeature.Path, DeskSay.Incidents),
        (DeskFeature.Path + "/check", DeskSay.SelfCheck),
        (DeskFeature.Path + "/training", DeskSay.Training),
        (DeskFeature.Path + "/questions", DeskSay.Questions),
        (DeskFeature.Path + "/delivery", DeskSay.Delivery),
        (DeskFeature.Path + "/audit", DeskSay.Audit),
    ];

    /// <summary>Whether an address belongs to an entry: incidents are at the desk's first page, and each below it.</summary>
    public static bool IsAt(string address, string path)
    {
        var at = address.Split('?')[0].TrimEnd('/');
        return path == DeskFeature.Path
            ? at == path || at.StartsWith(path + "/incidents", StringComparison.Ordinal)
            : at == path || at.StartsWith(path + "/", StringComparison.Ordinal);
    }
}
