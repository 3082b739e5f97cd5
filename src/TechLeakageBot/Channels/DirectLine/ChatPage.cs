using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.ResponseCompression;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>
/// The chat page. Its policy lets it load and reach nothing but this bot. What Web Chat 4.18.1 needs beside that: style elements it
/// makes at run time, with a nonce (one stays empty and has none, hence its hash), and pictures of its own as blob: and data:. It
/// needs no inline or evaluated script and no 'unsafe-inline'.
/// </summary>
internal static class ChatPage
{
    private const string HashOfNothing = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private const string NoncePlace = "{nonce}";

    private const string PersonasPlace = "{personas}";

    /// <summary>The people that the page can be used as in local mode; the first is who one is at the beginning.</summary>
    private const string LocalPersonas = "employee trainee officer deputy";

    private const string FilesPath = "/page";

    private static readonly (string Name, string ContentType)[] Files =
    [
        ("page.js", "text/javascript; charset=utf-8"),
        ("texts.js", "text/javascript; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"),
        ("webchat.js", "text/javascript; charset=utf-8"),
    ];

    public static void AddChatPage(this IServiceCollection services) => services
        .AddResponseCompression(compression => compression.EnableForHttps = true)
        .Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Optimal)
        .Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Optimal);

    /// <summary>
    /// Only the page's fixed files are compressed, Web Chat from four megabytes to one. Of an answer that carries somebody's words, its
    /// length when compressed would tell a listener about them.
    /// </summary>
    public static void MapChatPage(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(FilesPath), files => files.UseResponseCompression());
        var folder = Path.Combine(AppContext.BaseDirectory, "page");
        var personas = app.Services.GetRequiredService<RunMode>().IsLocal ? LocalPersonas : "";
        app.MapGet("/", context => SendAsync(context, Path.Combine(folder, "index.html"), personas));
        foreach (var (name, contentType) in Files)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            app.MapGet($"{FilesPath}/{name}", (HttpContext context) =>
            {
                context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Response.Headers.CacheControl = "no-cache";
                return Results.File(file.FullName, contentType, lastModified: file.LastWriteTimeUtc);
            });
        }
    }

    private static async Task SendAsync(HttpContext context, string file, string personas)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}' '{HashOfNothing}'; img-src 'self' data: blob:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
        var page = await File.ReadAllTextAsync(file, context.RequestAborted);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.Replace(NoncePlace, nonce, StringComparison.Ordinal).Replace(PersonasPlace, personas, StringComparison.Ordinal), context.RequestAborted);
    }
}
