using TechLeakageBot.Desk.SignIn;

namespace TechLeakageBot.Desk.Files;

/// <summary>The style sheets and the script of the desk, which hold nothing of anybody and are open to all.</summary>
internal static class DeskFiles
{
    private const string Folder = "/files";

    /// <summary>Changes with every build, so that a browser may keep a file for good.</summary>
    private static readonly string Version = typeof(DeskFiles).Module.ModuleVersionId.ToString("N")[..12];

    private static readonly (string Name, string ContentType)[] Files =
    [
        ("desk.css", "text/css; charset=utf-8"),
        ("charts.css", "text/css; charset=utf-8"),
        ("desk.js", "text/javascript; charset=utf-8"),
        ("fluent.css", "text/css; charset=utf-8"),
        ("fluent.js", "text/javascript; charset=utf-8"),
    ];

    public static string Address(string file) => $"{DeskFeature.Path}{Folder}/{Version}/{file}";

    /// <summary>Only these files are compressed: of a page that carries somebody's words, its length when compressed would tell about them.</summary>
    public static void UseDeskCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(DeskFeature.Path + Folder), files => files.UseResponseCompression());

    public static void MapDeskFiles(this RouteGroupBuilder desk)
    {
        foreach (var (name, contentType) in Files)
        {
            var file = new FileInfo(Path.Combine(AppContext.BaseDirectory, "desk", name));
            desk.MapGet($"{Folder}/{Version}/{name}", (HttpContext context) =>
            {
                context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Results.File(file.FullName, contentType, lastModified: file.LastWriteTimeUtc);
            }).OpenToAll();
        }
    }
}
