using TechLeakageBot.Delivery;
using TechLeakageBot.Hosting;

namespace TechLeakageBot.Channels.BotFramework;

/// <summary>Microsoft Teams and any other Azure Bot Service channel: <c>POST /api/messages</c>.</summary>
internal static class BotFrameworkFeature
{
    private const string Path = "/api/messages";
    private const int LargestMetadata = 1024 * 1024;

    /// <exception cref="SettingsException">A setting of <c>BotFramework</c> is missing or wrong.</exception>
    public static void AddBotFramework(this WebApplicationBuilder builder)
    {
        var settings = BotFrameworkSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton<SigningKeys>();
        builder.Services.AddSingleton<TokenVerifier>();
        builder.Services.AddSingleton<ServiceHosts>();
        builder.Services.AddSingleton<MessagesEndpoint>();
        builder.Services.AddSingleton<IConnectorToken>(settings.Credentials is { } credentials ? new ConnectorToken(credentials) : new NoConnectorToken());
        builder.Services.AddSingleton<IRoad, Connector>();
        builder.Services.AddClient(SigningKeys.ClientName, client =>
        {
            client.Timeout = TimeSpan.FromSeconds(5);
            client.MaxResponseContentBufferSize = LargestMetadata;
        });
        builder.Services.AddClient(Connector.ClientName, client => client.Timeout = TimeSpan.FromSeconds(15));
    }

    public static void MapBotFramework(this WebApplication app)
    {
        app.MapPost(Path, (HttpContext context) => context.RequestServices.GetRequiredService<MessagesEndpoint>().AnswerAsync(context));
        app.MapMethods(Path, [HttpMethods.Head], () => Results.Ok());
        app.MapGet(Path, (HttpResponse response) =>
        {
            response.Headers.Allow = "POST, HEAD";
            return Results.Json(new Problem("Bot Framework activities are sent here with POST."), HostJson.Default.Problem, statusCode: StatusCodes.Status405MethodNotAllowed);
        });
    }

    /// <summary>Redirects would carry the token elsewhere, and the client's own log the ids of conversations.</summary>
    private static void AddClient(this IServiceCollection services, string name, Action<HttpClient> configure) => services
        .AddHttpClient(name, configure)
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        });
}
