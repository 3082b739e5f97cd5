namespace TechLeakageBot.Desk;

/// <summary>Addresses to come back to. They arrive with a request, so they may be anything.</summary>
internal static class DeskAddress
{
    /// <summary>The address itself where it is one of the desk's, else the desk's first page.</summary>
    public static string Safe(string? address) =>
        address is not null
        && !address.Any(c => char.IsControl(c) || c == '\\')
        && (address == DeskFeature.Path || address.StartsWith(DeskFeature.Path + "/", StringComparison.Ordinal) || address.StartsWith(DeskFeature.Path + "?", StringComparison.Ordinal))
            ? address
            : DeskFeature.Path;
}
