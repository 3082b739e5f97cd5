using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>
/// The <c>BotFramework</c> section. A class rather than a record, so that nothing prints the secret.
/// </summary>
internal sealed class BotFrameworkSettings
{
    private const string Metadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    private static readonly string[] Registration = ["AppId", "TenantId", "ClientSecret"];

    /// <summary>Null in local mode: nobody is authenticated.</summary>
    public required Credentials? Credentials { get; init; }

    /// <summary>Where the keys are announced that sign the tokens of Azure Bot Service.</summary>
    public required Uri OpenIdMetadata { get; init; }

    /// <summary>Hosts to answer to besides Microsoft's own: a name, or <c>*.</c> and a domain.</summary>
    public required IReadOnlyList<string> AllowedHosts { get; init; }

    /// <summary>Ids of the Microsoft 365 tenants served; where none are named, the bot's own tenant.</summary>
    public required IReadOnlyList<string> AllowedTenants { get; init; }

    /// <exception cref="SettingsException">A setting is missing or wrong.</exception>
    public static BotFrameworkSettings Read(IConfiguration configuration)
    {
        var section = configuration.GetSection("BotFramework");
        var credentials = ReadCredentials(section);
        var tenants = Values(section.GetSection("AllowedTenants"));
        return new BotFrameworkSettings
        {
            Credentials = credentials,
            OpenIdMetadata = ReadMetadata(section["OpenIdMetadata"]),
            AllowedHosts = Values(section.GetSection("AllowedHosts")),
            AllowedTenants = tenants.Count > 0 || credentials is null ? tenants : [credentials.TenantId],
        };
    }

    private static Credentials? ReadCredentials(IConfigurationSection section)
    {
        if (Registration.All(name => string.IsNullOrWhiteSpace(section[name])))
            return null;
        var app = Required(section, "AppId");
        var tenant = Required(section, "TenantId");
        if (!tenant.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.'))
            throw new SettingsException($"BotFramework:TenantId: '{tenant}' is no tenant id. Set the directory (tenant) id of the bot's app registration.");
        return new Credentials(app, tenant, Required(section, "ClientSecret"));
    }

    private static string Required(IConfigurationSection section, string name) =>
        section[name] is { } value && !string.IsNullOrWhiteSpace(value)
            ? value.Trim()
            : throw new SettingsException(
                $"BotFramework:{name} is missing. Set AppId, TenantId and ClientSecret together, or none of them for local mode.");

    private static Uri ReadMetadata(string? value)
    {
        var text = string.IsNullOrWhiteSpace(value) ? Metadata : value.Trim();
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && SigningKeys.MayAsk(uri)
            ? uri
            : throw new SettingsException($"BotFramework:OpenIdMetadata: '{text}' is no https address.");
    }

    private static List<string> Values(IConfigurationSection section) =>
        [.. section.GetChildren().Select(child => child.Value?.Trim()).OfType<string>().Where(value => value.Length > 0)];
}

/// <summary>The bot's app registration.</summary>
internal sealed class Credentials(string appId, string tenantId, string clientSecret)
{
    public string AppId { get; } = appId;

    public string TenantId { get; } = tenantId;

    public string ClientSecret { get; } = clientSecret;
}
