using System.Security.Cryptography;
using System.Text;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>The <c>DirectLine</c> settings.</summary>
/// <param name="AllowedOrigins">Origins whose pages may speak to the bot, besides the bot's own page.</param>
/// <param name="PublicUrl">Where clients reach the bot when a proxy stands before it; null takes scheme and host of the request.</param>
internal sealed record DirectLineSettings(IReadOnlySet<string> AllowedOrigins, Uri? PublicUrl)
{
    /// <summary>A shorter secret can be guessed.</summary>
    private const int ShortestSecret = 16;

    private byte[]? secretHash;

    public bool HasSecret => secretHash is not null;

    /// <exception cref="SettingsException">A setting is malformed.</exception>
    public static DirectLineSettings Of(IConfiguration settings)
    {
        var section = settings.GetSection("DirectLine");
        var secret = section["Secret"];
        if (secret is { Length: > 0 and < ShortestSecret })
            throw new SettingsException($"DirectLine:Secret: it is too short to be safe; set a random one of at least {ShortestSecret} characters.");
        var origins = section.GetSection("AllowedOrigins").GetChildren().Select(Origin).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new DirectLineSettings(origins, PublicUrlOf(section["PublicUrl"]))
        {
            secretHash = string.IsNullOrEmpty(secret) ? null : SHA256.HashData(Encoding.UTF8.GetBytes(secret)),
        };
    }

    /// <summary>Takes the same time whatever is wrong with what was offered.</summary>
    public bool IsSecret(string offered) =>
        secretHash is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(offered)), secretHash);

    private static string Origin(IConfigurationSection setting) =>
        Uri.TryCreate(setting.Value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == setting.Value
            ? setting.Value
            : throw new SettingsException($"{setting.Path}: '{setting.Value}' is not an origin; write it as a browser does, such as https://intranet.example.com.");

    private static Uri? PublicUrlOf(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return null;
        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new SettingsException($"DirectLine:PublicUrl: '{value}' is not an address such as https://bot.example.com.");
    }
}
