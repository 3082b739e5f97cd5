using System.Security.Cryptography;

namespace TechLeakageBot.Channels.DirectLine;

/// <summary>
/// The chat page. Its policy lets it load and reach nothing but this bot. Web Chat makes its styles at run time, hence the nonce;
/// it needs no inline or evaluated script.
/// </summary>
internal static class ChatPage
{
    private const string NoncePlace = "{nonce}";

    private static readonly (string Name, string ContentType)[] Files =
    [
        ("page.js", "text/javascript; charset=utf-8"),
        ("texts.js", "text/javascript; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"),
        ("webchat.js", "text/javascript; charset=utf-8"),
    ];

    public static void MapChatPage(this WebApplication app)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "page");
        app.MapGet("/", context => SendAsync(context, Path.Combine(folder, "index.html")));
        foreach (var (name, contentType) in Files)
        {
            var file = new FileInfo(Path.Combine(folder, name));
            app.MapGet($"/page/{name}", (HttpContext context) =>
            {
                context.Response.Headers.XContentTypeOptions = "nosniff";
                context.Response.Headers.CacheControl = "no-cache";
                return Results.File(file.FullName, contentType, lastModified: file.LastWriteTimeUtc);
            });
        }
    }

    private static async Task SendAsync(HttpContext context, string file)
    {
        var nonce = RandomNumberGenerator.GetHexString(32, lowercase: true);
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data:; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        headers.CacheControl = "no-store";
        var page = await File.ReadAllTextAsync(file, context.RequestAborted);
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page.Replace(NoncePlace, nonce, StringComparison.Ordinal), context.RequestAborted);
    }
}
