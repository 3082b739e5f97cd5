using TechLeakageBot.Hosting;

namespace TechLeakageBot.Anonymous;

/// <summary>
/// Where staff reach the page for anonymous reports: <c>Anonymous:Url</c>. The page knows nobody, so whoever reaches the address can
/// use it; a company gives one that only its own network reaches. In local mode the page is there by itself.
/// </summary>
internal static class AnonymousSettings
{
    /// <returns>Null where there is no such page.</returns>
    /// <exception cref="SettingsException">The address is none.</exception>
    public static Uri? PageOf(IConfiguration settings)
    {
        if (settings["Anonymous:Url"]?.Trim() is { Length: > 0 } given)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var page) && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && RunMode.IsLoopback(page.Host)))
                ? page
                : throw new SettingsException($"Anonymous:Url: '{given}' is no https address. Write the one at which staff reach this bot's page, such as https://bot.example.co.jp{AnonymousFeature.Path}.");
        }

        return RunMode.Of(settings).IsLocal && Uri.TryCreate((settings["Urls"] ?? "").Split(';')[0].Trim(), UriKind.Absolute, out var here)
            ? new Uri(here, AnonymousFeature.Path)
            : null;
    }
}
