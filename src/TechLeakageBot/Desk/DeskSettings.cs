using TechLeakageBot.Hosting;

namespace TechLeakageBot.Desk;

/// <summary>
/// The <c>Officer</c> section: <c>Authority</c>, <c>ClientId</c>, <c>ClientSecret</c>, by default those of the bot's own app
/// registration. A class rather than a record, so that nothing prints the secret.
/// </summary>
internal sealed class DeskSettings
{
    /// <summary>The issuer of the officers' sign-in, such as <c>https://login.microsoftonline.com/{tenant}/v2.0</c>.</summary>
    public required Uri Authority { get; init; }

    /// <summary>The tenant whose people may be officers.</summary>
    public required string TenantId { get; init; }

    public required string ClientId { get; init; }

    public required string ClientSecret { get; init; }

    /// <summary>Where browsers reach the bot when a proxy stands before it; null takes scheme and host of the request.</summary>
    public required Uri? PublicUrl { get; init; }

    /// <returns>Null in local mode, where a link in the console signs in.</returns>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static DeskSettings? Read(IConfiguration configuration)
    {
        if (RunMode.Of(configuration).IsLocal)
            return null;
        var (desk, bot) = (configuration.GetSection("Officer"), configuration.GetSection("BotFramework"));
        return new DeskSettings
        {
            Authority = Address(desk, "Authority", $"https://login.microsoftonline.com/{bot["TenantId"]?.Trim()}/v2.0")!,
            TenantId = bot["TenantId"]?.Trim() ?? "",
            ClientId = Given(desk["ClientId"]) ?? Given(bot["AppId"])!,
            ClientSecret = Given(desk["ClientSecret"]) ?? Given(bot["ClientSecret"]) ?? "",
            PublicUrl = Address(desk, "PublicUrl", configuration["DirectLine:PublicUrl"]),
        };
    }

    private static Uri? Address(IConfigurationSection section, string name, string? otherwise)
    {
        var text = Given(section[name]) ?? Given(otherwise);
        if (text is null)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && RunMode.IsLoopback(uri.Host)))
            ? uri
            : throw new SettingsException($"Officer:{name}: '{text}' is no https address, such as https://login.microsoftonline.com/your-tenant/v2.0.");
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
