using TechLeakageBot.Hosting;

namespace TechLeakageBot.Certificates;

/// <summary>Where certificates are reached: below <c>Officer:PublicUrl</c>, else <c>DirectLine:PublicUrl</c>, else in local mode this machine.</summary>
internal static class CertificateSettings
{
    /// <returns>With a slash at its end; null where no address is known. Addresses that are none are named by the sections they stand in.</returns>
    public static Uri? PageOf(IConfiguration settings)
    {
        var here = RunMode.Of(settings).IsLocal ? settings["Urls"]?.Split(';')[0] : null;
        string?[] known = [settings["Officer:PublicUrl"], settings["DirectLine:PublicUrl"], here];
        return known.Select(address => Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri : null).OfType<Uri>().FirstOrDefault() is { } found
            ? new Uri($"{found.GetLeftPart(UriPartial.Path).TrimEnd('/')}{CertificatesFeature.Path}/")
            : null;
    }
}
