namespace TechLeakageBot.Hosting;

/// <summary>
/// Settings, later ones over earlier ones: <c>appsettings.json</c> beside the program, the same file and
/// <c>appsettings.{Environment}.json</c> in the current folder, environment variables (<c>Section__Key</c>), command line
/// (<c>--Section:Key=value</c>).
/// </summary>
internal static class Settings
{
    /// <summary>Bodies over this are refused with 413, whatever the endpoint.</summary>
    private const int LargestBody = 256 * 1024;

    public static WebApplicationBuilder Builder(string[] args)
    {
        // Without watching the files: the settings hold from start to end, and a machine may have no watchers left.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.Sources.Clear();
        AddSources(builder.Configuration, builder.Environment.EnvironmentName, args);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        builder.WebHost.UseUrls(builder.Configuration["Urls"] ?? "http://127.0.0.1:3978");
        return builder;
    }

    /// <summary>The same settings without a web application, for the other commands.</summary>
    public static IConfiguration Read(string[] args)
    {
        var settings = new ConfigurationManager();
        AddSources(settings, Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Production", args);
        return settings;
    }

    /// <exception cref="SettingsException">A settings file is not JSON.</exception>
    private static void AddSources(IConfigurationBuilder settings, string environment, string[] args)
    {
        try
        {
            settings
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(Directory.GetCurrentDirectory(), $"appsettings.{environment}.json"), optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine(args);
        }
        catch (InvalidDataException fault)
        {
            throw new SettingsException($"{fault.Message} {fault.GetBaseException().Message} Correct the file; it must be one JSON object.");
        }
    }
}
